using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Joining;

/// <summary>A person's own unfinished join, and what the other account in it still asks for.</summary>
public sealed class JoinDesk(CustomerCentreDb db, SecondFactors factors, CurrentUser user, TimeProvider time)
{
    /// <summary>The join, if it is the person's and its time is not over.</summary>
    public Task<AccountJoin?> Find(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.AccountJoins.SingleOrDefaultAsync(join => join.Id == id && join.AccountId == user.Id && join.ExpiresAt > now, cancellationToken);
    }

    /// <summary>The account in use that was proven; nothing when it changed since, or was joined by somebody faster.</summary>
    public Task<Account?> Other(AccountJoin join, CancellationToken cancellationToken) =>
        db.Users.SingleOrDefaultAsync(a => a.Id == join.OtherId && a.JoinedIntoId == null && a.SecurityStamp == join.OtherStamp, cancellationToken);

    /// <summary>The ways in which its second factor can be proven.</summary>
    public Task<IReadOnlyList<FactorWay>> WaysOf(AccountJoin join, CancellationToken cancellationToken) => factors.WaysOf(join.OtherId!.Value, join.IsByMail, cancellationToken);
}
