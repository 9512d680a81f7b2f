using CustomerCentre.Domain.Accounts;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>Says in the words of OpenID Connect how a person signed in.</summary>
internal static class AuthenticationWords
{
    /// <summary>Levels (<c>acr</c>), the lowest first: one factor; two, shown at this sign-in. They are ours and no assurance level of NIST.</summary>
    public static readonly IReadOnlyList<string> Levels = ["1", "2"];

    private static readonly (SignInProofs Proof, string[] Words)[] Methods =
    [
        (SignInProofs.Password, ["pwd"]),
        // There is no registered word for a mailbox; this is our own.
        (SignInProofs.MailedLink | SignInProofs.MailedCode, ["email"]),
        (SignInProofs.AppCode | SignInProofs.RecoveryCode, ["otp"]),
        // Whether the key lies in hardware is not asked, so it is neither hwk nor swk.
        (SignInProofs.Passkey, ["pop", "user"]),
    ];

    public static string LevelOf(SignInProofs proofs) => proofs.AreTwoFactors() ? Levels[1] : Levels[0];

    /// <summary>Methods (<c>amr</c>) by RFC 8176 and its registry; none for a session that is older than the note of them.</summary>
    public static IReadOnlyList<string> MethodsOf(SignInProofs proofs) =>
        [.. Methods.Where(method => (proofs & method.Proof) != SignInProofs.None).SelectMany(method => method.Words), .. proofs.AreTwoFactors() ? (string[])[Together(proofs)] : []];

    // A mailed code comes another way than the password, but is no authenticator that a person has in hand (NIST SP 800-63B-4, section 3.1.3.1): channels, not factors.
    private static string Together(SignInProofs proofs) => (proofs & ~(SignInProofs.Password | SignInProofs.MailedCode)) == SignInProofs.None ? "mca" : "mfa";
}
