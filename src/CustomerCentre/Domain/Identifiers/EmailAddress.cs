using System.Globalization;

namespace CustomerCentre.Domain.Identifiers;

/// <summary>
/// An e-mail address. Only its shape is checked, and simply: whether it exists is proven by the mail that is sent to it.
/// </summary>
public sealed record EmailAddress
{
    /// <summary>Longest stored value († RFC 5321: a path of 256 with its brackets).</summary>
    public const int MaxLength = 254;

    private const int LocalPartMaxLength = 64;

    // Signs that RFC 5322 allows in a local part without quotes; whoever needs quotes has mistyped something.
    private const string LocalSigns = ".!#$%&'*+-/=?^_`{|}~";

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string value) => Value = value;

    /// <summary>The address as typed, in NFC, its domain in lower case and in ASCII (IDN).</summary>
    public string Value { get; }

    /// <summary>For look-up and uniqueness, upper case: two spellings of one address are one account.</summary>
    public string Normalized => Value.ToUpperInvariant();

    /// <summary>For who may not see the address: its first character and its domain, e.g. <c>j…@example.cz</c>.</summary>
    public string Masked => $"{StringInfo.GetNextTextElement(Value)}…{Value[Value.LastIndexOf('@')..]}";

    /// <summary>Reads an address with spaces around it; null when it has not the shape of one.</summary>
    public static EmailAddress? TryParse(string? text)
    {
        if (TypedText.Compose(text)?.Trim(' ', '\u00A0').Split('@') is not [{ Length: > 0 and <= LocalPartMaxLength } local, var typedDomain]
            || !local.All(MayStandBeforeAt)
            || Ascii(typedDomain) is not { } domain)
        {
            return null;
        }

        var value = $"{local}@{domain}";
        return value.Length <= MaxLength ? new(value) : null;
    }

    /// <summary>Reads an address with spaces around it.</summary>
    /// <exception cref="FormatException">It has not the shape of one; the message does not repeat it.</exception>
    public static EmailAddress Parse(string text) => TryParse(text) ?? throw TypedText.NotA("e-mail address");

    /// <summary>The address.</summary>
    public override string ToString() => Value;

    /// <summary>Takes a stored value as it is.</summary>
    internal static EmailAddress FromStored(string value) => new(value);

    private static bool MayStandBeforeAt(char c) =>
        char.IsAsciiDigit(c) || char.IsLetter(c) || TypedText.IsMark(c) || LocalSigns.Contains(c);

    private static string? Ascii(string domain)
    {
        try
        {
            var ascii = Idn.GetAscii(domain).ToLowerInvariant();
            return ascii.Contains('.') && ascii[^1] != '.' && ascii.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') ? ascii : null;
        }
        catch (ArgumentException)
        {
            // An empty label, one over 63 characters, or a character no domain may hold.
            return null;
        }
    }
}
