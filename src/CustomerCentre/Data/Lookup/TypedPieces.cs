using System.Globalization;
using System.Text;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Data.Lookup;

/// <summary>Reads a typed text as one kind of thing each, in the form the database holds it.</summary>
internal static class TypedPieces
{
    private const int ShortestName = 2;
    private const int ShortestEmail = 3;
    private const int ShortestPhone = 7;
    private const string EmailSigns = "@.!#$%&'*+-/=?^_`{|}~";

    /// <summary>Without control characters, halves of characters and what cannot be seen; spaces at both ends go too.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.Format && rune.Value != '\u00AD')
                continue;
            var isNothing = rune == Rune.ReplacementChar
                || category is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            clean.Append(isNothing ? " " : rune.ToString());
        }

        return clean.ToString().Trim();
    }

    public static string? RegistrationNumber(string text, string? digits) => digits switch
    {
        // Spreadsheets eat leading zeros, though hardly more than two.
        { Length: >= 6 and <= 8 } => Domain.Identifiers.RegistrationNumber.TryParse(Country.Czechia, digits)?.Value,
        null when IsMostlyDigits(text) && !IsMarked(text) => TypedText.Free(text, Domain.Identifiers.RegistrationNumber.MaxLength),
        _ => null,
    };

    public static IReadOnlyList<string> VatNumbers(string text, string? digits) => digits switch
    {
        { Length: 9 } => ["CZ" + digits],
        { Length: 10 } => ["CZ" + digits, "SK" + digits],
        null when TypedText.Compact(text) is { Length: >= 6 and <= 15 } typed && char.IsAsciiLetter(typed[0]) && char.IsAsciiLetter(typed[1]) && typed.AsSpan(2).ContainsAnyInRange('0', '9') => [typed],
        _ => [],
    };

    public static IReadOnlyList<string> LicenceNumbers(string text)
    {
        if (TypedText.Compact(text) is not { Length: >= LicenceNumber.GroupLength and <= LicenceNumber.MaxLength } typed)
            return [];
        // Words have no digits, numbers nearly always; letters alone are a piece of one only when all are of our alphabet.
        if (!typed.Any(char.IsAsciiDigit))
            return Crockford.Spells(typed) ? [typed] : [];
        return [.. ((string[])[typed, Crockford.Fold(typed)]).Distinct()];
    }

    public static IReadOnlyList<string> Phones(string text)
    {
        string?[] whole = [PhoneNumber.TryParse(text, Country.Czechia)?.Value, PhoneNumber.TryParse(text, Country.Slovakia)?.Value];
        if (whole.OfType<string>().Distinct().ToList() is { Count: > 0 } phones)
            return phones;
        var isForeign = text.StartsWith('+') || text.StartsWith("00", StringComparison.Ordinal);
        var dialled = isForeign ? TypedText.Digits(string.Concat(text.Split('+', '.', '/', '(', ')'))) : null;
        var typed = text.StartsWith('+') ? dialled : dialled?[2..];
        return typed is { Length: >= ShortestPhone and < PhoneNumber.MaxLength } ? ["+" + typed] : [];
    }

    public static string? Email(string text)
    {
        if (EmailAddress.TryParse(text) is { } whole)
            return whole.Normalized;
        var isOne = text.Length >= ShortestEmail && !IsMostlyDigits(text) && text.Any(char.IsLetter) && text.All(c => char.IsLetterOrDigit(c) || TypedText.IsMark(c) || EmailSigns.Contains(c));
        return isOne && text.Count(c => c == '@') <= 1 ? TypedText.Compose(text)?.ToUpperInvariant() : null;
    }

    public static (string? Name, IReadOnlyList<string> Words) Name(string text)
    {
        if (text.Count(char.IsLetterOrDigit) < ShortestName)
            return (null, []);
        var words = SearchText.Words(text);
        // A letter beside longer words tells nothing but that the next word is being typed.
        var telling = words.Where(word => word.Length > 1 || char.IsDigit(word[0])).ToList();
        return (SearchText.Normalize(text), telling.Count > 0 ? telling : words);
    }

    private static bool IsMarked(string text) =>
        text.StartsWith('+') || text.StartsWith("CZ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("SK", StringComparison.OrdinalIgnoreCase);

    private static bool IsMostlyDigits(string text) => !text.Contains('@') && text.Count(char.IsAsciiDigit) > text.Count(char.IsLetter);
}
