using System.Globalization;

namespace CustomerCentre.Domain.Identifiers;

/// <summary>
/// The number a company is known by to the tax office: Czech DIČ, Slovak IČ DPH, VAT number elsewhere in the European
/// Union, text in other countries. To hold one does not mean to be a VAT payer.
/// </summary>
/// <remarks>
/// A Czech natural person's may be a birth number: personal data. See <see cref="MayHoldBirthNumber"/> before showing,
/// logging or mailing one. Never derive it from the registration number.
/// </remarks>
public sealed record VatNumber
{
    /// <summary>Longest stored value (a text of a country outside the Union).</summary>
    public const int MaxLength = 30;

    private VatNumber(string value) => Value = value;

    /// <summary>With the prefix of its country, upper case, without spaces; outside the Union as written.</summary>
    public string Value { get; }

    /// <summary>Whether it may be a birth number († CZ and nine or ten digits), to be treated as personal data.</summary>
    public bool MayHoldBirthNumber => CzechDigits is { Length: 9 or 10 };

    /// <summary>
    /// Whether the check digit of a company's Czech number, or of one of nine digits that begins with 6, is wrong (†).
    /// Ask "really so?" and let it pass: companies exist whose number fails.
    /// </summary>
    public bool HasWrongCheckDigit => CzechDigits switch
    {
        { Length: 8 } digits => !RegistrationNumber.CheckDigitFits(digits),
        { Length: 9 } digits => digits[0] == '6' && !SpecialFits(digits),
        _ => false,
    };

    private string? CzechDigits =>
        Value.StartsWith("CZ", StringComparison.Ordinal) && Value[2..].All(char.IsAsciiDigit) ? Value[2..] : null;

    /// <summary>
    /// Reads a number of <paramref name="country"/> with spaces, hyphens and letter case as they may be. A missing
    /// <c>CZ</c> is added; Slovakia and the others must be written with their prefix (<c>EL</c> for Greece).
    /// </summary>
    /// <returns>
    /// Null when it has no form of that country, e.g. a Czech birth number (†) that is not divisible by 11, or a Slovak
    /// number (†) that is not.
    /// </returns>
    public static VatNumber? TryParse(Country country, string? text)
    {
        var value = country.IsEuropeanUnion ? OfUnion(country, TypedText.Compact(text)) : TypedText.Free(text, MaxLength);
        return value is null ? null : new(value);
    }

    /// <summary>Reads a number of <paramref name="country"/>.</summary>
    /// <exception cref="FormatException">It is none; the message does not repeat it.</exception>
    public static VatNumber Parse(Country country, string text) => TryParse(country, text) ?? throw TypedText.NotA("VAT number");

    /// <summary>The value, whole: for who may see it, and never for a log when it may hold a birth number.</summary>
    public override string ToString() => Value;

    /// <summary>Takes a stored value as it is.</summary>
    internal static VatNumber FromStored(string value) => new(value);

    private static string? OfUnion(Country country, string? typed) =>
        typed is null ? null
        : country == Country.Czechia ? Czech(typed)
        : country == Country.Slovakia ? Slovak(typed)
        : typed.StartsWith(country.VatPrefix, StringComparison.Ordinal) && typed.Length is >= 2 + 2 and <= 2 + 13 ? typed : null;

    private static string? Czech(string typed)
    {
        var digits = typed.StartsWith("CZ", StringComparison.Ordinal) ? typed[2..] : typed;
        var fits = digits.All(char.IsAsciiDigit) && digits.Length switch
        {
            8 => true,
            9 => digits[0] == '6' || BirthNumber.FitsNine(digits),
            10 => BirthNumber.FitsTen(digits),
            _ => false,
        };
        return fits ? "CZ" + digits : null;
    }

    private static string? Slovak(string typed) =>
        typed.StartsWith("SK", StringComparison.Ordinal)
        && typed[2..] is { Length: 10 } digits && digits.All(char.IsAsciiDigit)
        && digits[0] != '0' && digits[2] is not ('0' or '1' or '5')
        && long.Parse(digits, CultureInfo.InvariantCulture) % 11 == 0
            ? typed : null;

    private static bool SpecialFits(string nineDigits)
    {
        var sum = 0;
        for (var i = 1; i < 8; i++)
        {
            sum += (9 - i) * (nineDigits[i] - '0');
        }

        return ((sum % 11) + 8) % 10 == nineDigits[^1] - '0';
    }
}
