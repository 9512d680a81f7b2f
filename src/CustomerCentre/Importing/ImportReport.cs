using System.Text;
using CsvHelper;

namespace CustomerCentre.Importing;

/// <summary>
/// Writes the bad lines and the conflicts of a file beside it, as far as there are any; what an earlier run wrote there is gone. The retention of such files is
/// thirty days: they hold names and addresses of those whose lines are bad.
/// </summary>
internal sealed class ImportReport : IDisposable
{
    public const string Errors = ".errors.csv";
    public const string Conflicts = ".conflicts.csv";

    private static readonly CsvWriterOptions Options =
        CsvWriterOptions.Default with { Separator = ';', Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    private readonly string? path;
    private readonly Header header;
    private CsvWriter? errors;
    private CsvWriter? conflicts;

    public ImportReport(string? path, Header header)
    {
        (this.path, this.header) = (path, header);
        if (path is null)
            return;
        File.Delete(path + Errors);
        File.Delete(path + Conflicts);
    }

    /// <summary>Whether a file is one of our own reports, which a mask such as *.csv catches too.</summary>
    public static bool IsOne(string path) =>
        path.EndsWith(Errors, StringComparison.OrdinalIgnoreCase) || path.EndsWith(Conflicts, StringComparison.OrdinalIgnoreCase);

    public void Write(Batch batch)
    {
        if (path is null)
            return;
        foreach (var line in batch.Lines)
        {
            foreach (var problem in line.Problems)
                (errors ??= Open(Errors, "Line", "Field", "Reason", "Text")).WriteRecord([$"{problem.Line}", problem.Column, problem.Reason, Masking.Mask(header, line.Source)]);
            foreach (var kept in line.Conflicts)
                (conflicts ??= Open(Conflicts, "Line", "Key", "Field", "File", "Here")).WriteRecord([$"{kept.Line}", kept.Key, kept.Column, kept.InFile ?? "", kept.Kept ?? ""]);
        }
    }

    public void Dispose()
    {
        errors?.Dispose();
        conflicts?.Dispose();
    }

    private CsvWriter Open(string ending, params string[] columns)
    {
        var writer = CsvWriter.Create(new StreamWriter(path + ending, false, new UTF8Encoding(true)), Options);
        writer.WriteRecord(columns);
        return writer;
    }
}
