using System.Globalization;

namespace CustomerCentre.Domain.Accounts;

/// <summary>
/// What besides the salt was set in an old hash. Our own notation: pairs with commas between, <c>t=10000</c> for PBKDF2 (rounds) and bcrypt (cost),
/// <c>t=2,m=19456,p=1</c> for Argon2id, <c>salt=after,text=utf-16</c> for the hashes done once. What is left out has the value first named here.
/// </summary>
public sealed record OldHashParameters
{
    /// <summary>Longest notation in characters.</summary>
    public const int MaxLength = 64;

    private const int MostRounds = 5_000_000;
    private const int MostMemoryKib = 262_144;
    private const int MostLanes = 16;
    private const int MostBytes = 128;

    /// <summary>1; rounds of PBKDF2 and Argon2id; of bcrypt the cost, a power of two.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>8; memory of Argon2id in KiB.</summary>
    public int MemoryKib { get; init; } = 8;

    /// <summary>1; lanes of Argon2id.</summary>
    public int Lanes { get; init; } = 1;

    /// <summary>32; length of what PBKDF2 and Argon2id made, in bytes.</summary>
    public int Length { get; init; } = 32;

    /// <summary>The salt stands before the password; after it when set.</summary>
    public bool SaltAfter { get; init; }

    /// <summary>The password was hashed in UTF-8; in UTF-16 (little end first) when set, as old .NET did.</summary>
    public bool Utf16 { get; init; }

    /// <summary>Reads the notation; null when it is not one or asks for more than this site would ever spend on a password.</summary>
    public static OldHashParameters? TryParse(string? text)
    {
        var read = new OldHashParameters();
        foreach (var pair in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var next = pair.Split('=') switch
            {
                ["t", var rounds] when Number(rounds, MostRounds) is { } n => read with { Rounds = n },
                ["m", var memory] when Number(memory, MostMemoryKib) is { } n => read with { MemoryKib = n },
                ["p", var lanes] when Number(lanes, MostLanes) is { } n => read with { Lanes = n },
                ["l", var length] when Number(length, MostBytes) is { } n => read with { Length = n },
                ["salt", ("before" or "after") and var place] => read with { SaltAfter = place == "after" },
                ["text", ("utf-8" or "utf-16") and var encoding] => read with { Utf16 = encoding == "utf-16" },
                _ => null,
            };
            if (next is null)
                return null;
            read = next;
        }

        return read.MemoryKib >= 8 * read.Lanes ? read : null;
    }

    /// <summary>The notation, without what has its first value.</summary>
    public override string ToString()
    {
        string?[] pairs =
        [
            Rounds != 1 ? $"t={Text(Rounds)}" : null, MemoryKib != 8 ? $"m={Text(MemoryKib)}" : null, Lanes != 1 ? $"p={Text(Lanes)}" : null, Length != 32 ? $"l={Text(Length)}" : null,
            SaltAfter ? "salt=after" : null, Utf16 ? "text=utf-16" : null,
        ];
        return string.Join(',', pairs.OfType<string>());
    }

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
