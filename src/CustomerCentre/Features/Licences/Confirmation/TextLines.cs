using System.Globalization;

namespace CustomerCentre.Features.Licences.Confirmation;

/// <summary>Breaks a text into lines of a width: between words, and within a word, after a hyphen if it has one, only when it is wider than the line by itself.</summary>
internal static class TextLines
{
    // A no-break space is none of them.
    private static readonly char[] Breaks = [' ', '\t', '\r', '\n'];

    public static IReadOnlyList<string> Of(string text, float width, Lettering lettering)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width, lettering)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && lettering.WidthOf(longer) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        return line.Length > 0 ? [.. lines, line] : lines;
    }

    // By what people see as letters, so that an accent or an emoji is never torn apart.
    private static List<string> Pieces(string word, float width, Lettering lettering)
    {
        if (lettering.WidthOf(word) <= width)
            return [word];
        List<string> pieces = [""];
        for (var letters = StringInfo.GetTextElementEnumerator(word); letters.MoveNext();)
        {
            if (pieces[^1].Length > 0 && lettering.WidthOf(pieces[^1] + letters.Current) > width)
            {
                var cut = pieces[^1].LastIndexOf('-') is >= 0 and var hyphen ? hyphen + 1 : pieces[^1].Length;
                pieces.Add(pieces[^1][cut..]);
                pieces[^2] = pieces[^2][..cut];
            }

            pieces[^1] += letters.Current;
        }

        return pieces;
    }
}
