using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Support;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Cases;

/// <summary>How the last case about a person of an opened customer stands, and whether another can be opened.</summary>
public static class ReadCase
{
    [Allow(Policies.SupportStaff)]
    public sealed record Query(string CustomerNumber, Guid AccountId) : IRequest<Result<Answer>>;

    /// <param name="Last">The last one; nothing when there was none.</param>
    /// <param name="IsProven">Whether the caller was proven within the hour.</param>
    /// <param name="HasFactor">Whether there is a second factor to be turned off.</param>
    public sealed record Answer(Last? Last, bool IsProven, bool HasFactor);

    public sealed record Last(AccountCaseKind Kind, AccountCaseState State, DateTimeOffset OpenedAt, DateTimeOffset? FreeAt);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            if (!await db.MembersInReach(user.Id, query.CustomerNumber, now).AnyAsync(m => m.AccountId == query.AccountId, cancellationToken))
                return Result<Answer>.NotFound;
            var last = await db.AccountCases.AsNoTracking().Where(c => c.AccountId == query.AccountId).OrderByDescending(c => c.OpenedAt).FirstOrDefaultAsync(cancellationToken);
            var isProven = await db.OpenLookUps(user.Id, query.CustomerNumber, now).AnyAsync(l => l.Reason == LookUpReason.Pin || l.Reason == LookUpReason.Code, cancellationToken);
            return new Answer(
                last is null ? null : new(last.Kind, last.StateAt(now), last.OpenedAt, last.FreeAt), isProven,
                await db.Users.Where(a => a.Id == query.AccountId).Select(a => a.TwoFactorEnabled).SingleAsync(cancellationToken));
        }
    }
}
