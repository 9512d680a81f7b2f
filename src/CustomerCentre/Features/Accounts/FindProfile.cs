using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>What a person may see and change of the own account.</summary>
public static class FindProfile
{
    [Allow(Policies.SignedIn)]
    public sealed record Query : IRequest<Result<Answer>>;

    /// <param name="OtherEmails">E-mails of joined accounts: one signs in with them as well.</param>
    public sealed record Answer(string Email, string? Name, string Language, IReadOnlyList<string> OtherEmails);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken) =>
            await db.Users.Where(account => account.Id == user.Id).Select(a => new Answer(a.Email!, a.Name, a.Language, db.Users.Where(joined => joined.JoinedIntoId == a.Id).OrderBy(joined => joined.NormalizedEmail).Select(joined => joined.Email!).ToList())).SingleAsync(cancellationToken);
    }
}
