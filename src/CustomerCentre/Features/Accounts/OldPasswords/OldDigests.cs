using System.Security.Cryptography;
using System.Text;
using CustomerCentre.Domain.Accounts;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>Computes what old services computed. Tests count the strong ones through it.</summary>
public interface IOldDigests
{
    /// <summary>The digest of a password in any kind but bcrypt.</summary>
    byte[] Compute(OldHashKind kind, OldHashParameters parameters, byte[] salt, string password);

    /// <summary>Whether a password fits a text of bcrypt.</summary>
    bool FitsBCrypt(string text, string password);

    /// <summary>A text of bcrypt that no password is known to fit.</summary>
    string MakeBCrypt(int cost);
}

/// <inheritdoc />
public sealed class OldDigests : IOldDigests
{
    private const int BCryptSaltLength = 16;
    private const int CheapestBCrypt = 4;

    public byte[] Compute(OldHashKind kind, OldHashParameters parameters, byte[] salt, string password)
    {
        var text = (parameters.Utf16 ? Encoding.Unicode : Encoding.UTF8).GetBytes(password);
#pragma warning disable CA5350, CA5351 // Weak is what the old services left; none of it rests bare.
        return kind switch
        {
            OldHashKind.Pbkdf2Sha1 => Pbkdf2(text, salt, parameters, HashAlgorithmName.SHA1),
            OldHashKind.Pbkdf2Sha256 => Pbkdf2(text, salt, parameters, HashAlgorithmName.SHA256),
            OldHashKind.Pbkdf2Sha512 => Pbkdf2(text, salt, parameters, HashAlgorithmName.SHA512),
            OldHashKind.Argon2Id => Argon2(text, salt, parameters),
            OldHashKind.SaltedSha1 => SHA1.HashData(Salted(text, salt, parameters)),
            OldHashKind.SaltedSha256 => SHA256.HashData(Salted(text, salt, parameters)),
            OldHashKind.Md5 => MD5.HashData(Salted(text, salt, parameters)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
#pragma warning restore CA5350, CA5351
    }

    public bool FitsBCrypt(string text, string password) => OpenBsdBCrypt.CheckPassword(text, password.ToCharArray());

    public string MakeBCrypt(int cost) =>
        OpenBsdBCrypt.Generate(Guid.NewGuid().ToString().ToCharArray(), RandomNumberGenerator.GetBytes(BCryptSaltLength), Math.Max(cost, CheapestBCrypt));

    private static byte[] Pbkdf2(byte[] text, byte[] salt, OldHashParameters parameters, HashAlgorithmName hash) =>
        Rfc2898DeriveBytes.Pbkdf2(text, salt, parameters.Rounds, hash, parameters.Length);

    private static byte[] Argon2(byte[] text, byte[] salt, OldHashParameters parameters)
    {
        var generator = new Argon2BytesGenerator();
        generator.Init(new Argon2Parameters.Builder(Argon2Parameters.Argon2id).WithVersion(Argon2Parameters.Version13)
            .WithSalt(salt).WithIterations(parameters.Rounds).WithMemoryAsKB(parameters.MemoryKib).WithParallelism(parameters.Lanes).Build());
        var made = new byte[parameters.Length];
        generator.GenerateBytes(text, made);
        return made;
    }

    private static byte[] Salted(byte[] text, byte[] salt, OldHashParameters parameters) => parameters.SaltAfter ? [.. text, .. salt] : [.. salt, .. text];
}
