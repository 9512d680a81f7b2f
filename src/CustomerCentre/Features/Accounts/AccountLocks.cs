using CustomerCentre.Data;
using CustomerCentre.Features.Accounts.TwoFactor;

namespace CustomerCentre.Features.Accounts;

/// <summary>Changes the locks of an account, within the caller's transaction: what was let in before does not come in again.</summary>
public sealed class AccountLocks(SessionBook sessions, TrustedBrowserBook browsers)
{
    /// <summary>Ends every session and every sign-in that is under way, and trusts no browser any more.</summary>
    public async Task Change(Account account, CancellationToken cancellationToken)
    {
        await sessions.EndAll(account.Id, cancellationToken);
        await Renew(account, cancellationToken);
    }

    /// <summary>The same, but for the session of the person who asks for it.</summary>
    public async Task ChangeForOthers(Account account, CancellationToken cancellationToken)
    {
        await sessions.EndOthers(cancellationToken);
        await Renew(account, cancellationToken);
    }

    private async Task Renew(Account account, CancellationToken cancellationToken)
    {
        account.SecurityStamp = Guid.NewGuid().ToString();
        await browsers.ForgetAll(account.Id, cancellationToken);
    }
}
