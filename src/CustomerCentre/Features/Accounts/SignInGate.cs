using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts.Sessions;
using CustomerCentre.Features.Accounts.TwoFactor;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>Every way of signing in ends here: with a session, or with the steps it still lacks. Works within the caller's transaction.</summary>
public sealed class SignInGate(CustomerCentreDb db, SessionBook sessions, SecondFactors factors, KnownDevices devices, TimeProvider time)
{
    /// <summary>Lets a person in after the first proof, or says what lacks. The caller holds the account and saves.</summary>
    /// <param name="account">Who has given the first proof.</param>
    /// <param name="lacking">Steps that this very sign-in needs; those of the account are found here.</param>
    /// <param name="proofs">What the person has shown.</param>
    /// <param name="stays">Whether the sign-in outlives the browser window.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<SignedIn> Admit(Account account, SignInSteps lacking, SignInProofs proofs, bool stays, CancellationToken cancellationToken) =>
        Decide(account, Begin(account, lacking, SignInSteps.None, proofs, stays), cancellationToken);

    /// <summary>Lets a person in who proved by a passkey to hold it and to be its owner: that is two factors at once.</summary>
    public Task<SignedIn> AdmitByPasskey(Account account, bool stays, CancellationToken cancellationToken) =>
        Decide(account, Begin(account, SignInSteps.None, SignInSteps.SecondFactor, SignInProofs.Passkey, stays), cancellationToken);

    /// <summary>The account of a pending sign-in, held from here on; null when its password was changed or it was joined into another meanwhile.</summary>
    public async Task<Account?> Holder(PendingSignIn pending, CancellationToken cancellationToken)
    {
        await db.HoldAccount(pending.AccountId, cancellationToken);
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == pending.AccountId, cancellationToken);
        return account?.JoinedIntoId is null && PendingSignIn.DigestOf(account?.PasswordHash) == pending.PasswordDigest ? account : null;
    }

    /// <summary>Goes on after a step was done. The caller got the account from <see cref="Holder"/>, may have changed it, and saves.</summary>
    /// <param name="pending">The sign-in.</param>
    /// <param name="account">Whose.</param>
    /// <param name="done">The step.</param>
    /// <param name="shown">What the person has shown in it; not every step proves something.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<SignedIn> Pass(PendingSignIn pending, Account account, SignInSteps done, SignInProofs shown, CancellationToken cancellationToken) =>
        Decide(account, pending with { Passed = pending.Passed | done, Proofs = pending.Proofs | shown }, cancellationToken);

    private async Task<SignedIn> Decide(Account account, PendingSignIn pending, CancellationToken cancellationToken)
    {
        var lacks = account.DisabledAt is not null ? SignInSteps.Enabling
            : ((pending.Lacks | await StepsOf(account, pending.IsByMail, cancellationToken)) & ~pending.Passed) & ~SignInSteps.Enabling;
        if (lacks != SignInSteps.None)
            return SignedIn.Waiting(account, pending with { Lacks = lacks, PasswordDigest = PendingSignIn.DigestOf(account.PasswordHash) });
        // Who came by a mailed link has that letter already.
        if (!pending.IsByMail)
            await devices.TellIfNew(account, cancellationToken);
        return sessions.Open(account, pending.Proofs) with { Stays = pending.Stays };
    }

    // What an account asks for at every sign-in, asked anew at each step: it may have been switched on meanwhile.
    private async Task<SignInSteps> StepsOf(Account account, bool byMail, CancellationToken cancellationToken) =>
        (await factors.AreAsked(account, byMail, cancellationToken) ? SignInSteps.SecondFactor : SignInSteps.None) | (account.ClosedAt is null ? SignInSteps.None : SignInSteps.Reopening);

    private PendingSignIn Begin(Account account, SignInSteps lacking, SignInSteps passed, SignInProofs proofs, bool stays) =>
        new(account.Id, "", stays, proofs, lacking, passed, time.GetUtcNow() + PendingSignIn.Lifetime);
}
