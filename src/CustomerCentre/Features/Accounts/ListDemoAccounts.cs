using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>The made-up accounts one may sign in with; in Development only.</summary>
public static class ListDemoAccounts
{
    [Allow(Policies.Anyone)]
    public sealed record Query : IRequest<Result<IReadOnlyList<Answer>>>;

    public sealed record Answer(string Email, string? Name);

    public sealed class Handler(CustomerCentreDb db, IHostEnvironment environment) : IRequestHandler<Query, Result<IReadOnlyList<Answer>>>
    {
        public async Task<Result<IReadOnlyList<Answer>>> Handle(Query query, CancellationToken cancellationToken) =>
            !environment.IsDevelopment() ? new List<Answer>() : await db.Users.Where(account => account.IsDemo).OrderBy(account => account.Email)
                .Select(account => new Answer(account.Email!, account.Name)).ToListAsync(cancellationToken);
    }
}
