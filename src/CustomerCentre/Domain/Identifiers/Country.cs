using System.Globalization;

namespace CustomerCentre.Domain.Identifiers;

/// <summary>A country by its ISO 3166-1 alpha-2 code in upper case, e.g. <c>CZ</c>.</summary>
/// <remarks>Which codes exist is the framework's knowledge; only the membership of the European Union is kept here.</remarks>
public sealed record Country
{
    /// <summary>Length of the stored value.</summary>
    public const int MaxLength = 2;

    private static readonly HashSet<string> Union =
    [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
        "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ];

    private Country(string value) => Value = value;

    /// <summary>The Czech Republic, where most customers are.</summary>
    public static Country Czechia { get; } = new("CZ");

    /// <summary>The Slovak Republic, served by another legal entity of the operator.</summary>
    public static Country Slovakia { get; } = new("SK");

    /// <summary>Every inhabited country the framework knows, by code.</summary>
    // DG, EA and IC are parts of countries: only the framework's language data treats them as countries.
    public static IReadOnlyList<Country> All { get; } =
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name).TwoLetterISORegionName)
            .Where(code => code.Length == MaxLength && code is not ("DG" or "EA" or "IC"))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(code => new Country(code)),
    ];

    /// <summary>The code, upper case.</summary>
    public string Value { get; }

    /// <summary>Whether it is one of the 27 member states of the European Union (†, since 2020).</summary>
    public bool IsEuropeanUnion => Union.Contains(Value);

    /// <summary>The prefix of its VAT numbers: its code, only Greece writes <c>EL</c> († Directive 2006/112/EC, Article 215).</summary>
    public string VatPrefix => Value == "GR" ? "EL" : Value;

    /// <summary>Czechia and Slovakia share the forms of register number, postal code and telephone.</summary>
    internal bool IsCzechOrSlovak => this == Czechia || this == Slovakia;

    /// <summary>Reads a code in any letter case; null when it is no country of <see cref="All"/>.</summary>
    public static Country? TryParse(string? text) =>
        TypedText.Compact(text) is { } code ? All.FirstOrDefault(country => country.Value == code) : null;

    /// <summary>Reads a code in any letter case.</summary>
    /// <exception cref="FormatException">It is no country.</exception>
    public static Country Parse(string text) => TryParse(text) ?? throw TypedText.NotA("country code");

    /// <summary>The country's usual name in the language of <paramref name="culture"/>, e.g. Německo in Czech.</summary>
    // NativeName of a made-up locale such as cs-DE: DisplayName ignores the culture of the circuit once it was asked.
    public string NameIn(CultureInfo culture) => new RegionInfo($"{culture.TwoLetterISOLanguageName}-{Value}").NativeName;

    /// <summary>The code.</summary>
    public override string ToString() => Value;

    /// <summary>Takes a stored value as it is.</summary>
    internal static Country FromStored(string value) => new(value);
}
