namespace CustomerCentre.Importing;

/// <summary>Where lines come from: a file, or a text inside the program.</summary>
/// <param name="Name">Name shown in the summary.</param>
/// <param name="Open">Opens it from its beginning; it is read twice, first to find out its encoding.</param>
internal sealed record ImportSource(string Name, Func<Stream> Open)
{
    private const int BufferSize = 1 << 16;

    public static ImportSource File(string path) =>
        new(Path.GetFileName(path), () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan));
}
