using System.Text;

namespace CustomerCentre.Domain.Identifiers;

/// <summary>A telephone number in the international form († ITU-T E.164): <c>+</c>, country code, number, at most 15 digits.</summary>
public sealed record PhoneNumber
{
    /// <summary>Longest stored value: the plus and 15 digits.</summary>
    public const int MaxLength = 16;

    private const int MinLength = 8;
    private const string CzechCode = "+420";
    private const string SlovakCode = "+421";

    private PhoneNumber(string value) => Value = value;

    /// <summary>E.164, e.g. <c>+420567112612</c>.</summary>
    public string Value { get; }

    /// <summary>For who may not see the number: its last three digits, e.g. <c>…612</c>.</summary>
    public string Masked => $"…{Value[^3..]}";

    /// <summary>
    /// Reads a number with spaces, hyphens, dots, slashes and brackets anywhere, beginning with <c>+</c> or <c>00</c>. In
    /// Czechia and Slovakia it may be written as at home: nine digits, in Slovakia also with the 0 before them.
    /// </summary>
    /// <returns>
    /// Null when it is none, when the country is missing, or when a +420 or +421 number is not nine digits of which the
    /// first is 2 to 9 (†).
    /// </returns>
    public static PhoneNumber? TryParse(string? text, Country? defaultCountry) =>
        Dialled(text) is { } dialled && International(dialled, defaultCountry) is { } value && IsPhone(value) ? new(value) : null;

    /// <summary>Reads a number as <see cref="TryParse"/> does.</summary>
    /// <exception cref="FormatException">It is none; the message does not repeat it.</exception>
    public static PhoneNumber Parse(string text, Country? defaultCountry) =>
        TryParse(text, defaultCountry) ?? throw TypedText.NotA("phone number");

    /// <summary>Czech and Slovak as <c>+420 567 112 612</c>; others as they are, their groups are not known here.</summary>
    public override string ToString() =>
        IsCzechOrSlovak(Value) ? $"{Value[..4]} {Value[4..7]} {Value[7..10]} {Value[10..]}" : Value;

    /// <summary>Takes a stored value as it is.</summary>
    internal static PhoneNumber FromStored(string value) => new(value);

    private static string? Dialled(string? text)
    {
        if (text is null || text.Length > TypedText.LongestInput)
        {
            return null;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) || (c == '+' && kept.Length == 0))
            {
                kept.Append(c);
            }
            else if (!TypedText.IsSpace(c) && !TypedText.IsHyphen(c) && !"./()".Contains(c))
            {
                return null;
            }
        }

        return kept.ToString();
    }

    private static string? International(string dialled, Country? home)
    {
        var code = home == Country.Czechia ? CzechCode : home == Country.Slovakia ? SlovakCode : null;
        var value = dialled switch
        {
            ['+', ..] => dialled,
            ['0', '0', ..] => "+" + dialled[2..],
            { Length: 9 } => code + dialled,
            { Length: 10 } when code == SlovakCode => code + dialled,
            // Spreadsheets take the plus for a sign and drop it.
            { Length: 12 } when code is not null && IsCzechOrSlovak("+" + dialled) => "+" + dialled,
            _ => "",
        };
        // People write +421 (0)905…: the 0 belongs to calls within Slovakia only.
        return value.StartsWith(SlovakCode + "0", StringComparison.Ordinal) ? SlovakCode + value[5..] : value;
    }

    private static bool IsPhone(string value) => IsCzechOrSlovak(value)
        ? value.Length == 13 && value[4] is >= '2' and <= '9'
        : value.Length is >= MinLength and <= MaxLength && value[0] == '+' && value[1] != '0';

    private static bool IsCzechOrSlovak(string value) =>
        value.StartsWith(CzechCode, StringComparison.Ordinal) || value.StartsWith(SlovakCode, StringComparison.Ordinal);
}
