using System.Globalization;
using System.Text;

namespace CustomerCentre.Domain.Identifiers;

/// <summary>What people write between the characters of a number, and how it is put aside.</summary>
internal static class TypedText
{
    /// <summary>Longer input is no identifier; it is refused before a single character is looked at.</summary>
    public const int LongestInput = 500;

    private const char SoftHyphen = '\u00AD';
    private const char Minus = '\u2212';

    /// <summary>Any Unicode space, so that a number copied from a web page or a letter is read too.</summary>
    public static bool IsSpace(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    /// <summary>Any dash, the minus sign and the hyphen a word processor hides at a line end.</summary>
    public static bool IsHyphen(char c) =>
        char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation || c is SoftHyphen or Minus;

    /// <summary>ASCII letters in upper case and ASCII digits, without spaces and hyphens.</summary>
    /// <returns>Null when nothing is left, or when anything else stands in the text.</returns>
    public static string? Compact(string? text)
    {
        if (text is null || text.Length > LongestInput)
        {
            return null;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                kept.Append(char.ToUpperInvariant(c));
            }
            else if (!IsSpace(c) && !IsHyphen(c))
            {
                return null;
            }
        }

        return kept.Length == 0 ? null : kept.ToString();
    }

    /// <summary>As <see cref="Compact"/>, for what consists of digits alone.</summary>
    public static string? Digits(string? text) => Compact(text) is { } digits && digits.All(char.IsAsciiDigit) ? digits : null;

    /// <summary>
    /// An identifier whose form we do not know: letters of any script, ASCII digits and the punctuation such numbers
    /// carry, in upper case and NFC, with single spaces and plain hyphens, so that one number has one spelling.
    /// </summary>
    /// <returns>Null when empty, too long, without a letter or digit, or holding anything else.</returns>
    public static string? Free(string? text, int maxLength)
    {
        if (Compose(text) is not { } composed)
        {
            return null;
        }

        var kept = new StringBuilder(composed.Length);
        foreach (var c in composed)
        {
            if (IsSpace(c))
            {
                kept.Append(kept.Length > 0 && kept[^1] != ' ' ? " " : "");
            }
            else if (IsHyphen(c))
            {
                kept.Append('-');
            }
            else if (char.IsAsciiDigit(c) || char.IsLetter(c) || IsMark(c) || ".,/():&".Contains(c))
            {
                kept.Append(c);
            }
            else
            {
                return null;
            }
        }

        // Composed once more, because some letters in upper case compose otherwise and would not read as themselves.
        var free = kept.ToString().TrimEnd(' ').ToUpperInvariant().Normalize();
        return free.Length <= maxLength && free.Any(char.IsLetterOrDigit) ? free : null;
    }

    /// <summary>The text in NFC, so that ě is one character whatever system it was typed on.</summary>
    /// <returns>Null when too long, or holding half a character or one that does not exist, which has no NFC.</returns>
    public static string? Compose(string? text) =>
        text is { Length: <= LongestInput } && !text.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned)
            ? text.Normalize()
            : null;

    /// <summary>An accent that follows its letter, where the two make no single character.</summary>
    public static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The refusal of every <c>Parse</c>; never the value itself, which may be secret or personal.</summary>
    public static FormatException NotA(string name) => new($"The text is not a valid {name}.");
}
