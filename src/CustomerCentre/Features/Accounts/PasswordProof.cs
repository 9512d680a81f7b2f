using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>Asks a signed-in person for the password again before something about the safety of the account changes: an open window alone must not be enough.</summary>
public sealed class PasswordProof(CustomerCentreDb db, Tries tries, Passwords passwords, CurrentUser user)
{
    /// <summary>Goes before the work's transaction, because a wrong password counts even when nothing else is done.</summary>
    /// <returns>Null when the password is right, else what to say.</returns>
    public async Task<string?> Refusal(string password, CancellationToken cancellationToken)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == user.Id, cancellationToken);
        if (account.PasswordHash is null)
            return SafetyTexts.PasswordNone;
        var email = EmailAddress.Parse(account.Email!);
        if (await tries.Take(TryLimits.Password, email, cancellationToken) is { } wait)
            return wait;
        if (passwords.Verify(account.PasswordHash, password) == PasswordVerificationResult.Failed)
            return SafetyTexts.PasswordWrong;
        await tries.Forgive(TryLimits.Password, email, cancellationToken);
        return null;
    }
}
