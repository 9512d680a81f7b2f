using System.Text;
using CsvHelper;

namespace CustomerCentre.Importing;

/// <summary>
/// Writes the bad lines and the conflicts of a file, as far as there are any. They hold names and addresses of those whose lines are bad, so the nightly job
/// deletes them when their days are over.
/// </summary>
/// <param name="path">Where, without the ending.</param>
internal sealed class ImportReport(string path, Header header) : IDisposable
{
    private static readonly CsvWriterOptions Options =
        CsvWriterOptions.Default with { Separator = ';', Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    private CsvWriter? errors;
    private CsvWriter? conflicts;

    public void Write(Batch batch)
    {
        foreach (var line in batch.Lines)
        {
            foreach (var problem in line.Problems)
                (errors ??= Open(ImportReports.Errors, "Line", "Field", "Reason", "Text")).WriteRecord([$"{problem.Line}", problem.Column, problem.Reason, Masking.Mask(header, line.Source)]);
            foreach (var kept in line.Conflicts)
                (conflicts ??= Open(ImportReports.Conflicts, "Line", "Key", "Field", "File", "Here")).WriteRecord([$"{kept.Line}", kept.Key, kept.Column, kept.InFile ?? "", kept.Kept ?? ""]);
        }
    }

    public void Dispose()
    {
        errors?.Dispose();
        conflicts?.Dispose();
    }

    private CsvWriter Open(string ending, params string[] columns)
    {
        var writer = CsvWriter.Create(new StreamWriter(path + ending, new UTF8Encoding(true), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write }), Options);
        writer.WriteRecord(columns);
        return writer;
    }
}
