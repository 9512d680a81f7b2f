using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using Microsoft.AspNetCore.Identity;

namespace CustomerCentre.Features.Accounts;

/// <summary>Hashes and verifies passwords in Identity's format. Who has no password costs the same work as who has one.</summary>
public sealed class Passwords
{
    private static readonly Account Anybody = new();
    private readonly IPasswordHasher<Account> hasher;
    private readonly string nobodys;

    // Made at once and not when first needed: a first unknown e-mail must not take longer than the next.
    public Passwords(IPasswordHasher<Account> hasher)
    {
        this.hasher = hasher;
        nobodys = hasher.HashPassword(Anybody, Guid.NewGuid().ToString());
    }

    public string Hash(string password) => hasher.HashPassword(Anybody, PasswordRules.Normalize(password));

    /// <summary>Verifies against a stored hash, or in vain against nobody's.</summary>
    public PasswordVerificationResult Verify(string? hash, string password)
    {
        var result = hasher.VerifyHashedPassword(Anybody, hash ?? nobodys, PasswordRules.Normalize(password));
        return hash is null ? PasswordVerificationResult.Failed : result;
    }
}
