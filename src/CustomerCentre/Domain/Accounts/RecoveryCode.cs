using System.Security.Cryptography;
using System.Text;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Accounts;

/// <summary>One of the codes that sign in when the second factor is lost. It works once; only its hash is kept (60 random bits, so the hash gives nothing away).</summary>
public sealed class RecoveryCode
{
    /// <summary>Codes in a set.</summary>
    public const int SetSize = 10;

    /// <summary>Length of a hash: SHA-256 in hexadecimal characters.</summary>
    public const int HashLength = 64;

    private const int Characters = 12;

    private RecoveryCode()
    {
    }

    /// <summary>Hash of the account and the code.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The account.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>When it was used.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Draws a code; as it is shown it is returned once and never stored.</summary>
    public static (RecoveryCode Code, string Shown) Create(Guid accountId)
    {
        var drawn = RandomNumberGenerator.GetString(Crockford.Alphabet, Characters);
        return (new() { AccountId = accountId, Hash = HashOf(accountId, drawn) }, $"{drawn[..4]}-{drawn[4..8]}-{drawn[8..]}");
    }

    /// <summary>A typed code in its one spelling: case, spaces and hyphens do not matter, O is 0, I and L are 1; null when it cannot be one.</summary>
    public static string? Read(string? typed) =>
        TypedText.Compact(typed) is { Length: Characters } compact && Crockford.Fold(compact) is var folded && Crockford.Spells(folded) ? folded : null;

    /// <summary>The hash under which a code is kept.</summary>
    public static string HashOf(Guid accountId, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{accountId}\n{code}")));

    /// <summary>Uses it up.</summary>
    public void Use(DateTimeOffset now) => UsedAt ??= now;
}
