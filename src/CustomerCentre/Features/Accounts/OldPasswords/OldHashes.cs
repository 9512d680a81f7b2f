using System.Security.Cryptography;
using System.Text;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using Microsoft.AspNetCore.Identity;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>
/// Old hashes at rest: a weak one encrypted at first (AES-GCM), later wrapped, that is hashed once more in the current strong hash; bcrypt and Argon2id as they came.
/// </summary>
public sealed class OldHashes(IOldDigests digests, OldPasswordKey key, Passwords passwords, TimeProvider time) : IDisposable
{
    private static readonly int NonceLength = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagLength = AesGcm.TagByteSizes.MaxSize;

    // Making one takes longer than sealing a hash with it, and two threads must not share one.
    private readonly ThreadLocal<AesGcm> aes = new(() => new AesGcm(key.Require(), TagLength), trackAllValues: true);

    /// <summary>Makes the row of an old password. A weak hash goes into it encrypted; call <see cref="Wrap"/> when there is time.</summary>
    /// <param name="email">The e-mail in the old service.</param>
    /// <param name="service">Key of the service in the settings.</param>
    /// <param name="emailConfirmed">Whether that service had confirmed the e-mail.</param>
    /// <param name="changedAt">Since when the password was valid there, if known.</param>
    /// <param name="hash">The hash, usable.</param>
    /// <exception cref="Data.StartRefusedException">The hash is weak and there is no key.</exception>
    public OldPassword Keep(EmailAddress email, string service, bool emailConfirmed, DateTimeOffset? changedAt, OldHash hash)
    {
        var parameters = hash.Parameters with { Length = IsMade(hash.Kind) ? hash.Digest.Length : new OldHashParameters().Length };
        var row = new OldPassword(email, service, emailConfirmed, changedAt, hash.Kind, parameters, hash.Salt);
        row.CameAt(time.GetUtcNow());
        if (hash.Kind == OldHashKind.BCrypt)
            row.Rest(OldHashState.AsItCame, Encoding.ASCII.GetString(hash.Digest));
        else if (hash.Kind == OldHashKind.Argon2Id)
            row.Rest(OldHashState.AsItCame, Convert.ToBase64String(hash.Digest));
        else
            row.Rest(OldHashState.Encrypted, Encrypt(row, hash.Digest));
        return row;
    }

    /// <summary>Turns an encrypted hash into a wrapped one: one strong hash of work. Any other row is left as it is.</summary>
    /// <exception cref="Data.StartRefusedException">There is no key.</exception>
    /// <exception cref="CryptographicException">The row was altered, moved, or encrypted under another key.</exception>
    public void Wrap(OldPassword row)
    {
        if (row.State == OldHashState.Encrypted)
            row.Rest(OldHashState.Wrapped, Strong(Decrypt(row)));
    }

    /// <summary>Whether a password is the one of the row, for the work of one strong hash in every state.</summary>
    public bool Fits(OldPassword row, string password)
    {
        var typed = PasswordRules.Normalize(password);
        if (row.Kind == OldHashKind.BCrypt)
            return digests.FitsBCrypt(row.StoredHash, typed);

        var digest = digests.Compute(row.Kind, row.Parameters, row.Salt, typed);
        if (row.State == OldHashState.AsItCame)
            return CryptographicOperations.FixedTimeEquals(digest, Convert.FromBase64String(row.StoredHash));
        var text = Convert.ToBase64String(digest);
        if (row.State == OldHashState.Wrapped)
            return passwords.Verify(row.StoredHash, text) != PasswordVerificationResult.Failed;
        passwords.Verify(null, text);
        return CryptographicOperations.FixedTimeEquals(digest, Decrypt(row));
    }

    public void Dispose()
    {
        foreach (var one in aes.Values)
            one.Dispose();
        aes.Dispose();
    }

    private static bool IsMade(OldHashKind kind) => kind is OldHashKind.Pbkdf2Sha1 or OldHashKind.Pbkdf2Sha256 or OldHashKind.Pbkdf2Sha512 or OldHashKind.Argon2Id;

    private string Strong(byte[] digest) => passwords.Hash(Convert.ToBase64String(digest));

    private string Encrypt(OldPassword row, byte[] digest)
    {
        var sealedBytes = new byte[NonceLength + TagLength + digest.Length];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        aes.Value!.Encrypt(nonce, digest, sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength), Identity(row));
        return Convert.ToBase64String(sealedBytes);
    }

    private byte[] Decrypt(OldPassword row)
    {
        var sealedBytes = Convert.FromBase64String(row.StoredHash);
        var digest = new byte[sealedBytes.Length - NonceLength - TagLength];
        aes.Value!.Decrypt(sealedBytes.AsSpan(0, NonceLength), sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength), digest, Identity(row));
        return digest;
    }

    // Bound to its row, so that nobody who may write to the database can give one person's password to another.
    private static byte[] Identity(OldPassword row) => Encoding.UTF8.GetBytes($"{row.NormalizedEmail}\n{row.Service}\n{row.Kind}");
}
