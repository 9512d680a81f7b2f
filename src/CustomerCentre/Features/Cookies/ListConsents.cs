using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Cookies;

/// <summary>A person's choices about cookies, newest first, with those made in this browser before signing in.</summary>
public static class ListConsents
{
    private const int Most = 200;

    /// <param name="Reference">What this browser carries.</param>
    [Allow(Policies.InPerson)]
    public sealed record Query(Guid? Reference) : IRequest<Result<IReadOnlyList<Row>>>;

    /// <param name="Stands">Whether it is the last word of its browser.</param>
    public sealed record Row(Guid Reference, CookieGroups Groups, string TextVersion, DateTimeOffset At, bool Stands, bool IsHere);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var browsers = db.Consents.Where(consent => consent.AccountId == user.Id || (consent.Reference == query.Reference && consent.AccountId == null))
                .Select(consent => consent.Reference);
            var rows = await db.Consents.AsNoTracking()
                .Where(consent => browsers.Contains(consent.Reference) && (consent.AccountId == null || consent.AccountId == user.Id))
                .OrderByDescending(consent => consent.At).Take(Most).ToListAsync(cancellationToken);
            var seen = new HashSet<Guid>();
            return rows.ConvertAll(row => new Row(row.Reference, row.Groups, row.TextVersion, row.At, seen.Add(row.Reference), row.Reference == query.Reference));
        }
    }
}
