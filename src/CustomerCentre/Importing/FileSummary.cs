namespace CustomerCentre.Importing;

/// <summary>What became of a file.</summary>
internal sealed class FileSummary(string name, Header? header)
{
    private const int Shown = 20;

    public string Name => name;

    /// <summary>Name of its kind; nothing when the file could not be recognised.</summary>
    public string? Kind => header?.Kind.Name;

    public IReadOnlyList<string> UnknownColumns => header?.Unknown ?? [];

    public long Lines { get; private set; }

    public long Added { get; private set; }

    public long Changed { get; private set; }

    public long Unchanged { get; private set; }

    public long Bad { get; private set; }

    public long Conflicts { get; private set; }

    /// <summary>The first things that are wrong; all of them stand in the report.</summary>
    public List<LineProblem> Problems { get; } = [];

    /// <summary>The first values that were kept.</summary>
    public List<LineConflict> Kept { get; } = [];

    /// <summary>Path of the reports without their ending.</summary>
    public string Report { get; init; } = "";

    /// <summary>Why the file could not be read, or not to its end.</summary>
    public string? Failure { get; set; }

    /// <summary>How long it took.</summary>
    public TimeSpan Spent { get; set; }

    /// <summary>The run was asked to end before the file did.</summary>
    public bool IsStopped { get; set; }

    public void Count(Batch batch)
    {
        foreach (var line in batch.Lines)
        {
            Lines++;
            Bad += line.IsGood ? 0 : 1;
            Added += line is { IsGood: true, Outcome: LineOutcome.Added } ? 1 : 0;
            Changed += line is { IsGood: true, Outcome: LineOutcome.Changed } ? 1 : 0;
            Unchanged += line is { IsGood: true, Outcome: LineOutcome.Unchanged } ? 1 : 0;
            Conflicts += line.Conflicts.Count;
            Problems.AddRange(line.Problems.Take(Shown - Problems.Count));
            Kept.AddRange(line.Conflicts.Take(Shown - Kept.Count));
        }
    }
}
