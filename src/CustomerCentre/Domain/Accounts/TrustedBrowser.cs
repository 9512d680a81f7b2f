using System.Security.Cryptography;
using System.Text;

namespace CustomerCentre.Domain.Accounts;

/// <summary>A browser in which an account is not asked for its second factor for thirty days. The database holds only the hash of what the browser keeps.</summary>
public sealed class TrustedBrowser
{
    /// <summary>Length of a token's SHA-256 in hexadecimal characters.</summary>
    public const int HashLength = 64;

    /// <summary>How long a browser is trusted.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private TrustedBrowser()
    {
    }

    /// <summary>Opaque id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The account.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>Hash of the token in the browser. Several accounts may trust one browser.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>Network address it was trusted from.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The browser's own description (User-Agent).</summary>
    public string Device { get; private set; } = "";

    /// <summary>When it was trusted.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Until when.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Trusts a browser.</summary>
    public static TrustedBrowser Create(Guid accountId, string token, string address, string device, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        AccountId = accountId,
        TokenHash = HashOf(token),
        Address = address,
        Device = device.Length > Session.DeviceMaxLength ? device[..Session.DeviceMaxLength] : device,
        CreatedAt = now,
        ExpiresAt = now + Lifetime,
    };

    /// <summary>A new token, 256 random bits.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>The hash under which a token is kept.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
