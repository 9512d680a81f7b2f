namespace CustomerCentre.Domain.Accounts;

/// <summary>What a person showed to open a session. It stays with the session, so that a service learns how sure it may be. Kept as numbers: never give one a new meaning.</summary>
[Flags]
public enum SignInProofs
{
    /// <summary>Not written down: the session is older than this.</summary>
    None = 0,

    /// <summary>The account's password.</summary>
    Password = 1,

    /// <summary>A link mailed to the account's e-mail, in place of a password.</summary>
    MailedLink = 2,

    /// <summary>Six digits mailed to the account's e-mail, beside a password.</summary>
    MailedCode = 4,

    /// <summary>Six digits of an authenticator app.</summary>
    AppCode = 8,

    /// <summary>A recovery code.</summary>
    RecoveryCode = 16,

    /// <summary>A passkey, whose owner the device has made sure of.</summary>
    Passkey = 32,
}

/// <summary>What proofs amount to.</summary>
public static class SignInProofsWeight
{
    private const SignInProofs Second = SignInProofs.MailedCode | SignInProofs.AppCode | SignInProofs.RecoveryCode;

    /// <summary>
    /// Whether the sign-in took more than one factor. A browser that was trusted earlier adds nothing: what was shown up to thirty days ago is not shown now, and by
    /// NIST SP 800-63B-4 (section 5.1) "remember my browser" stands in for no authentication.
    /// </summary>
    public static bool AreTwoFactors(this SignInProofs proofs) => proofs.HasFlag(SignInProofs.Passkey) || (proofs & Second) != SignInProofs.None;

    /// <summary>The proof that a way of the second factor gives.</summary>
    public static SignInProofs Proof(this FactorWay way) => way switch
    {
        FactorWay.App => SignInProofs.AppCode,
        FactorWay.Mail => SignInProofs.MailedCode,
        FactorWay.Recovery => SignInProofs.RecoveryCode,
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };
}
