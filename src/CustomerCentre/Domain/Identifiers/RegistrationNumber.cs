namespace CustomerCentre.Domain.Identifiers;

/// <summary>The number of a company in its country's business register: IČO in Czechia and Slovakia, text elsewhere.</summary>
public sealed record RegistrationNumber
{
    /// <summary>Longest stored value.</summary>
    public const int MaxLength = 30;

    private const int CzechAndSlovakLength = 8;

    private RegistrationNumber(string value) => Value = value;

    /// <summary>Czech and Slovak: eight digits (†) with leading zeros. Others: as written, upper case, single spaces.</summary>
    public string Value { get; }

    /// <summary>
    /// Reads a number of <paramref name="country"/>. A Czech or Slovak one of fewer digits gets its leading zeros, which
    /// spreadsheets eat.
    /// </summary>
    /// <returns>Null when it is not 1 to 8 digits (Czechia, Slovakia) or not a text of at most 30 characters.</returns>
    public static RegistrationNumber? TryParse(Country country, string? text) =>
        (country.IsCzechOrSlovak ? EightDigits(text) : TypedText.Free(text, MaxLength)) is { } value ? new(value) : null;

    /// <summary>Reads a number of <paramref name="country"/>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static RegistrationNumber Parse(Country country, string text) =>
        TryParse(country, text) ?? throw TypedText.NotA("registration number");

    /// <summary>
    /// Whether the check digit of a Czech or Slovak number is wrong (†). Ask "really so?" and let it pass: active
    /// companies exist whose number fails, e.g. 00123562. Other countries have no check here.
    /// </summary>
    public bool HasWrongCheckDigit(Country country) => country.IsCzechOrSlovak && !CheckDigitFits(Value);

    /// <summary>The value.</summary>
    public override string ToString() => Value;

    /// <summary>Takes a stored value as it is.</summary>
    internal static RegistrationNumber FromStored(string value) => new(value);

    /// <summary>The state's rule (†): weights 8 to 2, the last digit is (11 − S mod 11) mod 10.</summary>
    internal static bool CheckDigitFits(string eightDigits)
    {
        var sum = 0;
        for (var i = 0; i < CzechAndSlovakLength - 1; i++)
        {
            sum += (8 - i) * (eightDigits[i] - '0');
        }

        return (11 - (sum % 11)) % 10 == eightDigits[^1] - '0';
    }

    private static string? EightDigits(string? text) =>
        TypedText.Digits(text) is { Length: <= CzechAndSlovakLength } digits ? digits.PadLeft(CzechAndSlovakLength, '0') : null;
}
