using System.Globalization;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Importing;

/// <summary>
/// The folder of the reports that imports leave: the portal's own, so that the nightly job finds them. A report's name begins with that of the file it speaks of
/// and carries the moment of the run, so no run overwrites another's and a copied file does not begin its time anew.
/// </summary>
public sealed class ImportReports(IOptions<ImportOptions> options, IHostEnvironment environment, TimeProvider time)
{
    internal const string Errors = ".errors.csv";
    internal const string Conflicts = ".conflicts.csv";

    private const string Moment = "yyyyMMdd'T'HHmmssfffffff'Z'";

    private readonly string folder = Path.GetFullPath(options.Value.Reports, environment.ContentRootPath);

    /// <summary>Makes the folder ready for the reports of a file.</summary>
    /// <returns>Their path without its ending, <see cref="Errors"/> or <see cref="Conflicts"/>.</returns>
    internal string PathFor(string source)
    {
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{source}.{time.GetUtcNow().UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)}");
    }

    /// <summary>Deletes the reports of runs before a moment and answers how many there were; other files in the folder stay.</summary>
    public int DeleteBefore(DateTimeOffset moment)
    {
        if (!Directory.Exists(folder))
            return 0;
        var old = Directory.EnumerateFiles(folder).Where(path => MomentOf(path) < moment).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    private static DateTimeOffset? MomentOf(string path)
    {
        var ending = ((string[])[Errors, Conflicts]).FirstOrDefault(one => path.EndsWith(one, StringComparison.Ordinal));
        var stamp = ending is null ? "" : Path.GetExtension(path[..^ending.Length]).TrimStart('.');
        return DateTimeOffset.TryParseExact(stamp, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
    }
}
