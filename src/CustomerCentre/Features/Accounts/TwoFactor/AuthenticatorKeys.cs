using System.Security.Cryptography;
using CustomerCentre.Shell;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using OtpNet;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>Keys shared with authenticator apps: drawn at random, kept encrypted, shown once while the app is set up.</summary>
public sealed class AuthenticatorKeys(IDataProtectionProvider protection, IOptions<OperatorOptions> operatorOptions, TimeProvider time)
{
    private const int Bytes = 20;

    // One step of 30 seconds to each side: a clock may be half a minute wrong, and typing takes time.
    private static readonly VerificationWindow Drift = new(previous: 1, future: 1);
    private readonly IDataProtector protector = protection.CreateProtector("AuthenticatorKey");

    public static byte[] New() => RandomNumberGenerator.GetBytes(Bytes);

    /// <summary>The key as it is typed into an app, in groups of four.</summary>
    public static string Show(byte[] key) => string.Join(' ', Base32Encoding.ToString(key).TrimEnd('=').Chunk(4).Select(group => new string(group)));

    /// <summary>What the picture for the app's camera says.</summary>
    public string AddressOf(byte[] key, string email) => new OtpUri(OtpType.Totp, key, email, operatorOptions.Value.AccountBrand).ToString();

    public string Protect(byte[] key) => protector.Protect(Convert.ToBase64String(key));

    /// <summary>The key again; null when it was altered or the portal's key for it is gone.</summary>
    public byte[]? Reveal(string? protectedKey)
    {
        try
        {
            return string.IsNullOrEmpty(protectedKey) ? null : Convert.FromBase64String(protector.Unprotect(protectedKey));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The step of time whose code was typed; null when it is no code of now.</summary>
    public long? StepOf(byte[] key, string digits) => new Totp(key).VerifyTotp(time.GetUtcNow().UtcDateTime, digits, out var step, Drift) ? step : null;
}
