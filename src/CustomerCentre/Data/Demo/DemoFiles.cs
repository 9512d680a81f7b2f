using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CustomerCentre.Importing;

namespace CustomerCentre.Data.Demo;

/// <summary>The made-up files of the demo worlds. Their days are written relative to today, so that the worlds never age.</summary>
internal static partial class DemoFiles
{
    private const string Folder = "Demo/";

    /// <summary>Every file, in the order of <see cref="FileKind.All"/>; what no file brings is made by the demo world itself.</summary>
    public static IEnumerable<ImportSource> All(DateOnly today) =>
        FileKind.All.Select(kind => kind.Name + ".csv").Where(name => typeof(DemoFiles).Assembly.GetManifestResourceInfo(Folder + name) is not null)
            .Select(name => new ImportSource(name, () => Open(name, today)));

    /// <summary>Puts days in the place of {today}, {today-30d}, {year} and {year-1}.</summary>
    internal static string Dated(string text, DateOnly today) => Token().Replace(text, token =>
    {
        var shift = token.Groups["shift"] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
        return token.Groups["what"].Value == "year"
            ? (today.Year + shift).ToString(CultureInfo.InvariantCulture)
            : today.AddDays(shift).ToString("O", CultureInfo.InvariantCulture);
    });

    private static MemoryStream Open(string name, DateOnly today)
    {
        using var stream = typeof(DemoFiles).Assembly.GetManifestResourceStream(Folder + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new MemoryStream(Encoding.UTF8.GetBytes(Dated(reader.ReadToEnd(), today)));
    }

    [GeneratedRegex(@"\{(?<what>today|year)(?<shift>[+-]\d+)?d?\}")]
    private static partial Regex Token();
}
