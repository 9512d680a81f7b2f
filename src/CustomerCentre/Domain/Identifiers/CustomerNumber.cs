namespace CustomerCentre.Domain.Identifiers;

/// <summary>
/// The public, permanent number of a customer ("ID zákazníka"): 4 to 12 digits, kept with their leading zeros.
/// </summary>
/// <remarks>
/// The format is our decision, the vendor's own is not public: imported numbers are kept as they came, new ones are
/// issued by a <see cref="CustomerNumberRange"/>, which alone knows a check digit.
/// </remarks>
public sealed record CustomerNumber
{
    /// <summary>Longest stored value.</summary>
    public const int MaxLength = 12;

    private const int MinLength = 4;

    private CustomerNumber(string value) => Value = value;

    /// <summary>The digits, without spaces.</summary>
    public string Value { get; }

    /// <summary>Reads a number with spaces and hyphens anywhere; null when it is not 4 to 12 digits.</summary>
    public static CustomerNumber? TryParse(string? text) =>
        TypedText.Digits(text) is { Length: >= MinLength and <= MaxLength } digits ? new(digits) : null;

    /// <summary>Reads a number with spaces and hyphens anywhere.</summary>
    /// <exception cref="FormatException">It is not 4 to 12 digits.</exception>
    public static CustomerNumber Parse(string text) => TryParse(text) ?? throw TypedText.NotA("customer number");

    /// <summary>As people read it aloud: ten digits as <c>123 456 7890</c>, any other length as it is.</summary>
    public override string ToString() => Value.Length == 10 ? $"{Value[..3]} {Value[3..6]} {Value[6..]}" : Value;

    /// <summary>Takes a stored value as it is.</summary>
    internal static CustomerNumber FromStored(string value) => new(value);
}
