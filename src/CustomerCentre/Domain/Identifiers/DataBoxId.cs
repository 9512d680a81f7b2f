namespace CustomerCentre.Domain.Identifiers;

/// <summary>The identifier of a Czech data box († information system of data boxes): seven letters and digits, lower case.</summary>
public sealed record DataBoxId
{
    /// <summary>Length of the stored value.</summary>
    public const int MaxLength = 7;

    private DataBoxId(string value) => Value = value;

    /// <summary>The seven characters, lower case.</summary>
    public string Value { get; }

    /// <summary>Whether it holds 0, 1, l or o, which are easily taken for one another: ask, do not refuse.</summary>
    public bool HasDoubtfulCharacters => Value.AsSpan().ContainsAny("01lo");

    /// <summary>Reads seven letters and digits in any case, spaces and hyphens put aside; null when it is anything else.</summary>
    public static DataBoxId? TryParse(string? text) =>
        TypedText.Compact(text) is { Length: MaxLength } typed ? new(typed.ToLowerInvariant()) : null;

    /// <summary>Reads seven letters and digits in any case.</summary>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static DataBoxId Parse(string text) => TryParse(text) ?? throw TypedText.NotA("data box identifier");

    /// <summary>The value.</summary>
    public override string ToString() => Value;

    /// <summary>Takes a stored value as it is.</summary>
    internal static DataBoxId FromStored(string value) => new(value);
}
