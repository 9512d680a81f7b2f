using CustomerCentre.Data;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>Every way of signing in ends here: with a session, or with the steps it still lacks. Works within the caller's transaction.</summary>
public sealed class SignInGate(CustomerCentreDb db, SessionBook sessions, TimeProvider time)
{
    /// <summary>Lets a person in after the first proof, or says what lacks. The caller holds the account and saves.</summary>
    /// <param name="account">Who has given the first proof.</param>
    /// <param name="lacking">Steps that this very sign-in needs; those of the account are found here.</param>
    /// <param name="stays">Whether the sign-in outlives the browser window.</param>
    /// <param name="byMail">The proof was a mailed link and not a password.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<SignedIn> Admit(Account account, SignInSteps lacking, bool stays, bool byMail, CancellationToken cancellationToken) =>
        Decide(account, new(account.Id, "", stays, byMail, lacking, SignInSteps.None, time.GetUtcNow() + PendingSignIn.Lifetime), cancellationToken);

    /// <summary>The account of a pending sign-in, held from here on; null when its password was changed meanwhile.</summary>
    public async Task<Account?> Holder(PendingSignIn pending, CancellationToken cancellationToken)
    {
        await db.HoldAccount(pending.AccountId, cancellationToken);
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == pending.AccountId, cancellationToken);
        return PendingSignIn.DigestOf(account?.PasswordHash) == pending.PasswordDigest ? account : null;
    }

    /// <summary>Goes on after a step was done. The caller got the account from <see cref="Holder"/>, may have changed it, and saves.</summary>
    public Task<SignedIn> Pass(PendingSignIn pending, Account account, SignInSteps done, CancellationToken cancellationToken) =>
        Decide(account, pending with { Passed = pending.Passed | done }, cancellationToken);

    private async Task<SignedIn> Decide(Account account, PendingSignIn pending, CancellationToken cancellationToken)
    {
        var lacks = (pending.Lacks | await StepsOf(account, cancellationToken)) & ~pending.Passed;
        return lacks == SignInSteps.None
            ? sessions.Open(account) with { Stays = pending.Stays }
            : SignedIn.Waiting(account, pending with { Lacks = lacks, PasswordDigest = PendingSignIn.DigestOf(account.PasswordHash) });
    }

    // What an account asks for at every sign-in, asked anew at each step: it may have been switched on meanwhile.
    private static Task<SignInSteps> StepsOf(Account account, CancellationToken cancellationToken) =>
        Task.FromResult(account.TwoFactorEnabled ? SignInSteps.SecondFactor : SignInSteps.None);
}
