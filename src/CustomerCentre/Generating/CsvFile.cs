using System.Text;
using CustomerCentre.Importing;

namespace CustomerCentre.Generating;

/// <summary>A file being made, with the header that the import knows it by.</summary>
internal sealed class CsvFile : IDisposable
{
    private readonly StreamWriter writer;

    public CsvFile(string folder, string kind)
    {
        Path = System.IO.Path.Combine(folder, kind + ".csv");
        writer = new StreamWriter(Path, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        Write([.. FileKind.All.Single(known => known.Name == kind).Columns.Select(column => column.Name)]);
    }

    public string Path { get; }

    /// <summary>Lines below the header.</summary>
    public long Lines { get; private set; } = -1;

    public void Write(IReadOnlyList<string?> values)
    {
        for (var place = 0; place < values.Count; place++)
        {
            if (place > 0)
                writer.Write(';');
            writer.Write(values[place]);
        }

        writer.WriteLine();
        Lines++;
    }

    public void Dispose() => writer.Dispose();
}
