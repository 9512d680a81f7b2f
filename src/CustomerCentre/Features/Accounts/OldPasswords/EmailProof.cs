using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>
/// Asks for a mailed code where an old service never confirmed the e-mail: whoever signed up there with somebody else's e-mail knows a password and must get nothing
/// by it, nor take the owner's other passwords away.
/// </summary>
public sealed class EmailProof(CustomerCentreDb db, Tries tries, CallerDigits digits, OldPasswordLetters letters, TimeProvider time)
{
    /// <summary>Mails a code and answers a sign-in that waits for it. The pending sign-in names what waits, since there is no account yet.</summary>
    public async Task<Result<SignedIn>> Ask(OldPassword old, string passwordHash, SignInSteps lacks, bool stays, CancellationToken cancellationToken)
    {
        if (await tries.Take(TryLimits.Mail, old.Email, cancellationToken) is { } wait)
            return Result<SignedIn>.Invalid("", wait);
        var (code, now) = (CallerDigits.New(), time.GetUtcNow());
        var first = FirstSignIn.ByCode(old.Email, old.Service, passwordHash, lacks.HasFlag(SignInSteps.NewPassword), digits.Protect(code), now);
        return await db.InTransaction(
            async token =>
            {
                db.FirstSignIns.Add(first);
                letters.SendCode(old.Email, Languages.Current, code);
                await db.SaveChangesAsync(token);
                var pending = new PendingSignIn(first.Id, "", stays, SignInProofs.Password, SignInSteps.MailedCode, SignInSteps.None, now + PendingSignIn.Lifetime);
                return (Result<SignedIn>)new SignedIn(first.Id, Guid.Empty, old.Email.Value, null, Pending: pending);
            },
            cancellationToken);
    }
}
