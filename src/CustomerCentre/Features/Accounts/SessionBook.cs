using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>Opens and ends sessions, within the caller's transaction.</summary>
public sealed class SessionBook(CustomerCentreDb db, CurrentUser user, AuditTrail audit, TimeProvider time)
{
    /// <summary>Opens a session; saved with the caller's changes.</summary>
    public SignedIn Open(Account account, SignInProofs proofs)
    {
        var session = new Session(account.Id, user.Address, user.Device, time.GetUtcNow(), proofs);
        db.Sessions.Add(session);
        audit.Add("SignedIn", subjectId: account.Id);
        return new(account.Id, session.Id, account.Email!, account.Name);
    }

    /// <summary>Ends every session of the person who is asking but the one the request came in.</summary>
    public Task EndOthers(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Sessions.Where(session => session.AccountId == user.Id && session.Id != user.SessionId && session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellationToken);
    }

    /// <summary>Ends every session of an account at once.</summary>
    public Task EndAll(Guid accountId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Sessions.Where(session => session.AccountId == accountId && session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellationToken);
    }
}
