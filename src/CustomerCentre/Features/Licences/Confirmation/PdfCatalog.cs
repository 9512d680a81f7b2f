using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CustomerCentre.Features.Licences.Confirmation;

/// <summary>
/// Says in a PDF which language it speaks and that viewers show its title: the drawing library cannot. An incremental update (ISO 32000-1, 7.5.6) appends
/// a second edition of the catalog behind the finished file.
/// </summary>
internal static partial class PdfCatalog
{
    public static byte[] WithLanguage(byte[] pdf, string language)
    {
        // Latin-1 keeps one character for one byte, so positions in the text are positions in the file.
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = Trailer().Matches(text).Last();
        var root = Root().Match(trailer.Value).Groups[1].Value;
        var catalog = Regex.Match(text, $@"(?<=\n){root} 0 obj\s*<<(.*?)>>\s*endobj", RegexOptions.Singleline);
        var start = StartXref().Matches(text).Last().Groups[1].Value;

        var update = new StringBuilder("\n");
        var at = pdf.Length + update.Length;
        update.Append(CultureInfo.InvariantCulture, $"{root} 0 obj\n<<{catalog.Groups[1].Value}\n/Lang ({language})\n/ViewerPreferences <</DisplayDocTitle true>>>>\nendobj\n");
        var xref = pdf.Length + update.Length;
        update.Append(CultureInfo.InvariantCulture, $"xref\n{root} 1\n{at:0000000000} 00000 n \n");
        update.Append(CultureInfo.InvariantCulture, $"trailer\n<<{trailer.Groups[1].Value}\n/Prev {start}>>\nstartxref\n{xref}\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(update.ToString())];
    }

    [GeneratedRegex(@"trailer\s*<<(.*?)>>\s*startxref", RegexOptions.Singleline)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"/Root (\d+) 0 R")]
    private static partial Regex Root();

    [GeneratedRegex(@"startxref\s+(\d+)")]
    private static partial Regex StartXref();
}
