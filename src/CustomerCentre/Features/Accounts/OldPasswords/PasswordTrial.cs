using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>What a typed password fits.</summary>
/// <param name="AccountId">The account that is signed in to; nothing when there is none yet.</param>
/// <param name="Verified">The account's own hash that it fits; null when it is an old password.</param>
/// <param name="Fresh">The password in the current hash, when it must be stored in it.</param>
/// <param name="Old">The old password that it is.</param>
public sealed record PasswordFit(Guid? AccountId, string? Verified, string? Fresh, OldPassword? Old);

/// <summary>
/// Tries a password for an e-mail. Always the same work, one strong hash for the account and one for each old service, whether the e-mail is known, unknown or has old
/// passwords, and whether the password is right: what is not there is tried in vain.
/// </summary>
public sealed class PasswordTrial(CustomerCentreDb db, Passwords passwords, OldHashes hashes, NobodysOldPasswords nobodys, IOptions<OperatorOptions> operators)
{
    public async Task<PasswordFit?> Try(EmailAddress email, string password, CancellationToken cancellationToken)
    {
        var account = await db.AccountsOf(email).AsNoTracking().Select(a => new { a.Id, a.PasswordHash, a.EmailConfirmed }).SingleOrDefaultAsync(cancellationToken);
        var rows = await db.OldPasswords.AsNoTracking().Where(old => old.NormalizedEmail == email.Normalized).ToDictionaryAsync(old => old.Service, cancellationToken);
        var own = account?.EmailConfirmed == true ? account.PasswordHash : null;
        if (account?.PasswordHash is not null)
            rows.Clear();

        // Hashing costs what verifying does. Who comes with an old password needs the new hash anyway; for anybody else without one it is work in vain.
        var verdict = own is null ? PasswordVerificationResult.Failed : passwords.Verify(own, password);
        var fresh = own is null ? passwords.Hash(password) : null;
        OldPassword? old = null;
        foreach (var service in operators.Value.OldServices.Select(service => service.Key))
        {
            var row = rows.GetValueOrDefault(service);
            var fits = hashes.Fits(row ?? nobodys.Of(service), password);
            old ??= fits ? row : null;
        }

        if (old is not null)
            return new(account?.Id, null, fresh, old);
        return verdict == PasswordVerificationResult.Failed ? null
            : new(account?.Id, own, verdict == PasswordVerificationResult.SuccessRehashNeeded ? passwords.Hash(password) : null, null);
    }
}
