using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Disabling;

/// <summary>Whether somebody's account is disabled, since when and why.</summary>
public static class ReadDisabling
{
    [Allow(Policies.OperatorAdministrator)]
    public sealed record Query(Guid AccountId) : IRequest<Result<Answer>>;

    /// <param name="IsMe">Nobody disables the own account.</param>
    public sealed record Answer(bool IsMe, DateTimeOffset? Since, string? Reason);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken) =>
            await db.Users.Where(a => a.Id == query.AccountId && a.JoinedIntoId == null && !a.IsAnonymous)
                .Select(a => new Answer(a.Id == user.Id, a.DisabledAt, a.DisabledReason)).SingleOrDefaultAsync(cancellationToken) is { } answer ? answer : Result<Answer>.NotFound;
    }
}
