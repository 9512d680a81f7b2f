using System.Security.Cryptography;
using System.Text;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Partners;

/// <summary>A one-time code that a customer gives to a partner in place of customer number and register number.</summary>
public sealed class CheckCode(string codeHash, Guid customerId, Guid madeBy, DateTimeOffset createdAt, DateTimeOffset expiresAt)
{
    /// <summary>Characters of a code: 50 random bits in Crockford's Base32.</summary>
    public const int Length = 10;

    /// <summary>Length of the SHA-256 of a code in hexadecimal characters.</summary>
    public const int HashLength = 64;

    /// <summary>How long a code can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>The hash under which a code is stored, however it was typed: spaces, hyphens, letter case and letters taken for digits do not matter.</summary>
    public static string HashOf(string? typed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Crockford.Fold(TypedText.Compact(typed) ?? ""))));

    /// <summary>Most codes of one customer that wait to be used.</summary>
    public const int MostOpen = 20;

    /// <summary>Makes a code and answers its text in groups of five, which is shown once and kept nowhere.</summary>
    public static (CheckCode Code, string Text) Make(Guid customerId, Guid madeBy, DateTimeOffset now)
    {
        var text = RandomNumberGenerator.GetString(Crockford.Alphabet, Length);
        return (new(HashOf(text), customerId, madeBy, now, now + Lifetime), $"{text[..(Length / 2)]}-{text[(Length / 2)..]}");
    }

    /// <summary>Hash of the code; the code itself is shown once and kept nowhere.</summary>
    public string CodeHash { get; private set; } = codeHash;

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; private set; } = customerId;

    /// <summary>The member who made it.</summary>
    public Guid MadeBy { get; private set; } = madeBy;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>Until when it can be used.</summary>
    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;

    /// <summary>When a partner used it.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>The partner who used it.</summary>
    public Guid? UsedBy { get; private set; }

    /// <summary>Whether it can be used.</summary>
    public bool IsValidAt(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    /// <summary>Uses it up.</summary>
    public void Use(Guid partnerId, DateTimeOffset now) => (UsedAt, UsedBy) = (now, partnerId);
}
