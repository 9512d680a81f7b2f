namespace CustomerCentre.Domain.Identifiers;

/// <summary>A postal code (PSČ), text because it may begin with a zero.</summary>
public sealed record PostalCode
{
    /// <summary>Longest stored value; our decision, the longest codes in use have ten characters.</summary>
    public const int MaxLength = 16;

    private PostalCode(string value) => Value = value;

    /// <summary>
    /// Czech and Slovak: <c>586 01</c>, stored with its space, so that the value alone can be shown without the country.
    /// Others: as written, upper case.
    /// </summary>
    public string Value { get; }

    /// <summary>
    /// Reads a code of <paramref name="country"/>: five digits that begin with 1 to 7 in Czechia and with 8, 9 or 0 in
    /// Slovakia (†), any short text elsewhere.
    /// </summary>
    /// <returns>Null when it is none.</returns>
    public static PostalCode? TryParse(Country country, string? text)
    {
        if (!country.IsCzechOrSlovak)
        {
            return TypedText.Free(text, MaxLength) is { } free ? new(free) : null;
        }

        return TypedText.Digits(text) is { Length: 5 } digits && (digits[0] is >= '1' and <= '7') == (country == Country.Czechia)
            ? new($"{digits[..3]} {digits[3..]}")
            : null;
    }

    /// <summary>Reads a code of <paramref name="country"/>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static PostalCode Parse(Country country, string text) => TryParse(country, text) ?? throw TypedText.NotA("postal code");

    /// <summary>The value.</summary>
    public override string ToString() => Value;

    /// <summary>Takes a stored value as it is.</summary>
    internal static PostalCode FromStored(string value) => new(value);
}
