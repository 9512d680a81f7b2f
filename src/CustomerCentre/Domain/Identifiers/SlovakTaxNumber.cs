namespace CustomerCentre.Domain.Identifiers;

/// <summary>The Slovak DIČ (†): ten digits, of every taxpayer, also of one who pays no VAT and so has no IČ DPH.</summary>
public sealed record SlovakTaxNumber
{
    /// <summary>Length of the stored value.</summary>
    public const int MaxLength = 10;

    private SlovakTaxNumber(string value) => Value = value;

    /// <summary>The ten digits.</summary>
    public string Value { get; }

    /// <summary>Reads ten digits with spaces and hyphens anywhere; null when it is anything else.</summary>
    public static SlovakTaxNumber? TryParse(string? text) => TypedText.Digits(text) is { Length: MaxLength } digits ? new(digits) : null;

    /// <summary>Reads ten digits with spaces and hyphens anywhere.</summary>
    /// <exception cref="FormatException">It is not ten digits; the message does not repeat it.</exception>
    public static SlovakTaxNumber Parse(string text) => TryParse(text) ?? throw TypedText.NotA("Slovak tax number");

    /// <summary>The digits.</summary>
    public override string ToString() => Value;

    /// <summary>Takes a stored value as it is.</summary>
    internal static SlovakTaxNumber FromStored(string value) => new(value);
}
