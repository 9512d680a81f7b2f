using System.Text;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Resources;

namespace CustomerCentre.Importing.Kinds;

/// <summary>Reads a hash with what stands beside it, or as the texts that crypt, PHC strings and LDAP have for it.</summary>
internal static class CredentialHash
{
    private const int Md5Length = 16;
    private const int Sha1Length = 20;
    private const int Sha256Length = 32;

    /// <summary>The hash; null when the line is refused for it.</summary>
    public static OldHash? Read(Line line, string text, OldHashKind? algorithm, string? parameters, byte[] salt)
    {
        if (SaysItself(text))
            return Whole(line, text, algorithm);
        if (algorithm is not { } kind)
            line.Refuse(nameof(CredentialLine.Algorithm), ImportTexts.AlgorithmMissing);
        else if (kind is OldHashKind.BCrypt or OldHashKind.Argon2Id)
            line.Refuse(nameof(CredentialLine.Hash), ImportTexts.HashNotWhole);
        else if (OldHashParameters.TryParse(parameters) is not { } read)
            line.Refuse(nameof(CredentialLine.Parameters), ImportTexts.NotParameters);
        else if (IsMade(kind) && parameters?.Contains("t=", StringComparison.Ordinal) != true)
            line.Refuse(nameof(CredentialLine.Parameters), ImportTexts.RoundsMissing);
        else if (kind != OldHashKind.Md5 && salt.Length == 0)
            line.Refuse(nameof(CredentialLine.Salt), ImportTexts.Missing);
        else
            return Usable(line, new(kind, read, salt, WrittenBytes.FromHex(text) ?? WrittenBytes.FromBase64(text) ?? []));
        return null;
    }

    private static bool SaysItself(string text) => text[0] is '$' or '{';

    private static bool IsMade(OldHashKind kind) => kind is OldHashKind.Pbkdf2Sha1 or OldHashKind.Pbkdf2Sha256 or OldHashKind.Pbkdf2Sha512;

    private static OldHash? Whole(Line line, string text, OldHashKind? algorithm)
    {
        var hash = text.Split('$') switch
        {
            ["", "2a" or "2b" or "2y", ..] => new OldHash(OldHashKind.BCrypt, new(), [], Encoding.ASCII.GetBytes(text)),
            ["", "argon2id", "v=19", var set, var salt, var made] => Parts(OldHashKind.Argon2Id, set, salt, made),
            ["", "pbkdf2" or "pbkdf2-sha1", var set, var salt, var made] => Parts(OldHashKind.Pbkdf2Sha1, set, salt, made),
            ["", "pbkdf2-sha256", var set, var salt, var made] => Parts(OldHashKind.Pbkdf2Sha256, set, salt, made),
            ["", "pbkdf2-sha512", var set, var salt, var made] => Parts(OldHashKind.Pbkdf2Sha512, set, salt, made),
            [var ldap] => Ldap(ldap),
            _ => null,
        };
        if (hash is not null && algorithm is { } said && said != hash.Kind)
            line.Refuse(nameof(CredentialLine.Algorithm), ImportTexts.HashOfAnother);
        return Usable(line, hash);
    }

    // Rounds stand bare in the texts of passlib, as i= in PHC strings; passlib writes a dot where Base64 has a plus.
    private static OldHash? Parts(OldHashKind kind, string set, string salt, string made)
    {
        var rounds = kind == OldHashKind.Argon2Id ? set : int.TryParse(set, out _) ? $"t={set}" : set.Replace("i=", "t=", StringComparison.Ordinal);
        return rounds.Contains("t=", StringComparison.Ordinal) && OldHashParameters.TryParse(rounds) is { } parameters
            && Base64(salt) is { Length: > 0 } saltBytes && Base64(made) is { } digest ? new(kind, parameters, saltBytes, digest) : null;
    }

    private static OldHash? Ldap(string text) => text.Split('}') switch
    {
        ["{SSHA", var rest] => Ldap(OldHashKind.SaltedSha1, Sha1Length, rest),
        ["{SSHA256", var rest] => Ldap(OldHashKind.SaltedSha256, Sha256Length, rest),
        ["{SMD5", var rest] => Ldap(OldHashKind.Md5, Md5Length, rest),
        _ => null,
    };

    private static OldHash? Ldap(OldHashKind kind, int length, string text) =>
        Base64(text) is { } bytes && bytes.Length > length ? new(kind, new() { SaltAfter = true }, bytes[length..], bytes[..length]) : null;

    private static byte[]? Base64(string text) => WrittenBytes.FromBase64(text.Replace('.', '+'));

    private static OldHash? Usable(Line line, OldHash? hash)
    {
        if (hash?.IsUsable == true)
            return hash;
        line.Refuse(nameof(CredentialLine.Hash), ImportTexts.NotAHash);
        return null;
    }
}
