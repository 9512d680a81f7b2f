using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using CustomerCentre.Domain.Accounts;

namespace CustomerCentre.Features.Accounts;

/// <summary>What a sign-in can lack after its first proof. Asked for in this order.</summary>
[Flags]
public enum SignInSteps
{
    None = 0,

    /// <summary>A code mailed to prove an e-mail that its old service never confirmed.</summary>
    MailedCode = 1,

    /// <summary>A code of the account's second factor.</summary>
    SecondFactor = 2,

    /// <summary>A new password, because the one that was right is too weak today.</summary>
    NewPassword = 4,

    /// <summary>A word that the account, which its person closed, is to be open again.</summary>
    Reopening = 8,

    /// <summary>The operator to enable the account. Nothing else is asked for then, and no page passes it.</summary>
    Enabling = 16,
}

/// <summary>A sign-in whose first proof was right and that still lacks a step. No session is open yet.</summary>
/// <param name="AccountId">Whose.</param>
/// <param name="PasswordDigest">Digest of the password's hash at the first proof: a password changed meanwhile makes all of it worthless.</param>
/// <param name="Stays">Whether the sign-in will outlive the browser window.</param>
/// <param name="Proofs">What the person has shown so far.</param>
/// <param name="Lacks">Steps that remain.</param>
/// <param name="Passed">Steps that were done.</param>
/// <param name="ExpiresAt">Until when it can be finished.</param>
public sealed record PendingSignIn(Guid AccountId, string PasswordDigest, bool Stays, SignInProofs Proofs, SignInSteps Lacks, SignInSteps Passed, DateTimeOffset ExpiresAt)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Whether the first proof was a mailed link: a mailed code would prove nothing more.</summary>
    [JsonIgnore]
    public bool IsByMail => Proofs.HasFlag(SignInProofs.MailedLink);

    /// <summary>Whether a step is the next one.</summary>
    public bool IsAt(SignInSteps step) => Next == step;

    /// <summary>The step to be done now.</summary>
    public SignInSteps Next => (SignInSteps)((int)Lacks & -(int)Lacks);

    public static string DigestOf(string? passwordHash) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(passwordHash ?? "")));
}
