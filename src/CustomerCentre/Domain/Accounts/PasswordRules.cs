using System.Globalization;
using System.Text;

namespace CustomerCentre.Domain.Accounts;

/// <summary>Why a password is refused.</summary>
public enum PasswordFault
{
    /// <summary>One of the passwords people use most, also with digits or signs before or after it.</summary>
    Common,

    /// <summary>Holds a word that anybody can guess of this person: from the e-mail or the operator's name.</summary>
    Guessable,

    /// <summary>A short piece written again and again, or few different characters.</summary>
    Repeated,

    /// <summary>Mostly rows of the keyboard, of the alphabet or of numbers.</summary>
    Sequence,
}

/// <summary>
/// What a password must be like. Length counts, composition does not: no capital, digit or sign is asked for (as NIST SP 800-63B advises).
/// </summary>
public static class PasswordRules
{
    /// <summary>Least characters as a person counts them: a letter with its accents is one.</summary>
    public const int MinLength = 12;

    /// <summary>Most characters (UTF-16 units in NFC).</summary>
    public const int MaxLength = 128;

    /// <summary>Longest input that is looked at; accents written apart may take several units for one of the normal form.</summary>
    public const int LongestInput = 4 * MaxLength;

    private const int ShortestWord = 4;
    private const int LongestCommon = 24;

    /// <summary>One spelling for one password: the same accent may come as one character or two, by the keyboard.</summary>
    public static string Normalize(string password) => password.Normalize(NormalizationForm.FormC);

    /// <summary>Whether the text can be a password at all: not too long to look at, no control characters, no broken halves of characters.</summary>
    public static bool IsReadable(string? text) =>
        text is null || (text.Length <= LongestInput && !text.Any(char.IsControl) && IsWellFormed(text));

    /// <summary>Characters as a person counts them.</summary>
    public static int LengthOf(string password) => new StringInfo(Normalize(password)).LengthInTextElements;

    /// <summary>What is wrong with a readable password of the right length; null when nothing is.</summary>
    /// <param name="password">The password as typed.</param>
    /// <param name="common">The list of common passwords, in lower case.</param>
    /// <param name="guessable">Words of the person's e-mail and of the operator, in any case.</param>
    public static PasswordFault? Judge(string password, IReadOnlySet<string> common, IEnumerable<string> guessable)
    {
        var lower = Normalize(password).ToLowerInvariant();
        if (PasswordPatterns.IsRepeated(lower))
            return PasswordFault.Repeated;
        if (PasswordPatterns.IsSequence(lower))
            return PasswordFault.Sequence;
        if (Cores(lower).Any(core => common.Contains(core) || common.Contains(Unmask(core))))
            return PasswordFault.Common;

        var bare = WithoutAccents(lower);
        string[] readings = [bare, Unmask(bare)];
        var words = guessable.Select(word => WithoutAccents(word.ToLowerInvariant())).Where(word => word.Length >= ShortestWord);
        return words.Any(word => readings.Any(reading => reading.Contains(word, StringComparison.Ordinal))) ? PasswordFault.Guessable : null;
    }

    // What is left when digits and signs are taken away from either end, one after another: "2026password!" holds "password".
    private static IEnumerable<string> Cores(string password)
    {
        for (var start = 0; start < password.Length && (start == 0 || !char.IsLetter(password[start - 1])); start++)
        {
            for (var end = password.Length; end - start >= ShortestWord && (end == password.Length || !char.IsLetter(password[end])); end--)
            {
                if (end - start <= LongestCommon)
                    yield return password[start..end];
            }
        }
    }

    private static string Unmask(string text) => string.Concat(text.Select(c => c switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => c,
    }));

    private static string WithoutAccents(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
                return false;
        }

        return true;
    }
}
