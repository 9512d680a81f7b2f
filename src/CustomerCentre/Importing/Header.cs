namespace CustomerCentre.Importing;

/// <summary>What the first line of a file says: its kind, and where each column stands.</summary>
internal sealed class Header
{
    private readonly Dictionary<string, int> places;

    private Header(FileKind kind, IReadOnlyList<string> names)
    {
        Kind = kind;
        HasHidden = kind.Columns.Any(column => column.About.IsHidden);
        Columns = [.. names.Select(name => kind.Columns.FirstOrDefault(column => Same(column.Name, name)))];
        Unknown = [.. names.Where((name, place) => Columns[place] is null && name.Length > 0)];
        places = Columns.Index().Where(column => column.Item is not null).ToDictionary(column => column.Item!.Name, column => column.Index);
    }

    public FileKind Kind { get; }

    /// <summary>The known column at each place; nothing where the file has one that we do not know.</summary>
    public IReadOnlyList<Column?> Columns { get; }

    /// <summary>Columns that are left out because we do not know them.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>Reads the first line; null when it is of no kind we know, or names a column twice.</summary>
    public static Header? TryRead(IReadOnlyList<string> names)
    {
        var trimmed = names.Select(name => name.Trim()).ToList();
        var isClear = trimmed.Where(name => name.Length > 0).CountBy(name => name, StringComparer.OrdinalIgnoreCase).All(name => name.Value == 1);
        return isClear && FileKind.Recognise(trimmed) is { } kind ? new Header(kind, trimmed) : null;
    }

    /// <summary>Whether files of the kind hold values that must not stand in a report.</summary>
    public bool HasHidden { get; }

    public int? PlaceOf(string column) => places.TryGetValue(column, out var place) ? place : null;

    public bool IsRequired(string column) => places.TryGetValue(column, out var place) && Columns[place]!.About.IsRequired;

    private static bool Same(string known, string written) => known.Equals(written, StringComparison.OrdinalIgnoreCase);
}
