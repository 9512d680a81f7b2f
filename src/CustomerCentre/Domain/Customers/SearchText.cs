using System.Globalization;
using System.Text;

namespace CustomerCentre.Domain.Customers;

/// <summary>Names as they are looked up: upper case, without diacritics, letters and digits only, so that <c>Příklad, s.r.o.</c> and <c>priklad sro</c> meet.</summary>
public static class SearchText
{
    /// <summary>Longest normalised name, in characters.</summary>
    public const int MaxLength = CustomerDetails.NameMaxLength;

    /// <summary>Longest word that is kept, in characters; a longer one is cut.</summary>
    public const int WordMaxLength = 40;

    /// <summary>Most words of one name that are kept.</summary>
    public const int MostWords = 12;

    // Legal forms stand in every other name and so tell nothing.
    private static readonly HashSet<string> LegalForms = ["SRO", "AS", "SPOL", "VOS", "KS", "OPS", "ZS"];

    /// <summary>The normalised text: words with one space between them. Letters of an abbreviation (<c>s. r. o.</c>) are one word; of a name of signs alone the signs stay.</summary>
    public static string Normalize(string text)
    {
        var words = Split(text);
        var normalized = words.Count > 0 ? string.Join(' ', words) : text.Trim();
        return normalized.Length > MaxLength ? normalized[..MaxLength].TrimEnd() : normalized;
    }

    /// <summary>The different words of a name by which it is found, without legal forms unless there is nothing else.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var all = Split(text).Select(word => word.Length > WordMaxLength ? word[..WordMaxLength] : word).Distinct().ToList();
        var telling = all.FindAll(word => !LegalForms.Contains(word));
        return [.. (telling.Count > 0 ? telling : all).Take(MostWords)];
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var isAbbreviation = false;
        foreach (var word in Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length == 1 && isAbbreviation)
                words[^1] += word;
            else
                words.Add(word);
            isAbbreviation = word.Length == 1;
        }

        return words;
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            plain.Append(Rune.IsLetterOrDigit(rune) ? Rune.ToUpperInvariant(rune).ToString() : " ");
        }

        return plain.ToString();
    }
}
