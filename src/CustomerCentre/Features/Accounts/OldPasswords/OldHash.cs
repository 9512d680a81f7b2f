using System.Text;
using System.Text.RegularExpressions;
using CustomerCentre.Domain.Accounts;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>A hash as an old service gave it away. It is held in memory only.</summary>
/// <param name="Kind">How it was made.</param>
/// <param name="Parameters">What was set besides.</param>
/// <param name="Salt">The salt; empty when there was none or the digest holds it itself.</param>
/// <param name="Digest">What was made; of bcrypt the characters of its whole text.</param>
public sealed partial record OldHash(OldHashKind Kind, OldHashParameters Parameters, byte[] Salt, byte[] Digest)
{
    private const int ShortestMade = 16;
    private const int LongestMade = 128;
    private const int ShortestArgonSalt = 8;

    /// <summary>Whether a password can be verified against it at all.</summary>
    public bool IsUsable => Salt.Length <= OldPassword.SaltMaxLength && Kind switch
    {
        OldHashKind.Md5 => Digest.Length == 16,
        OldHashKind.SaltedSha1 => Digest.Length == 20,
        OldHashKind.SaltedSha256 => Digest.Length == 32,
        OldHashKind.BCrypt => BCryptText().IsMatch(Encoding.ASCII.GetString(Digest)),
        OldHashKind.Argon2Id => Salt.Length >= ShortestArgonSalt && IsMade,
        _ => IsMade,
    };

    private bool IsMade => Digest.Length is >= ShortestMade and <= LongestMade;

    // A cost above 16 would take seconds at every sign-in.
    [GeneratedRegex(@"^\$2[aby]\$(0[4-9]|1[0-6])\$[./A-Za-z0-9]{53}\z")]
    private static partial Regex BCryptText();
}
