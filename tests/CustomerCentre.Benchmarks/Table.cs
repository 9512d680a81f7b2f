namespace CustomerCentre.Benchmarks;

/// <summary>Writes rows as a table in Markdown, each as soon as it is known.</summary>
public sealed class Table(TextWriter to)
{
    private bool isBegun;

    /// <summary>Whether every row reached what it must.</summary>
    public bool IsMet { get; private set; } = true;

    public void Add(Row row)
    {
        if (!isBegun)
            to.WriteLine("| what | measured | beside it | must reach | |\n|---|---|---|---|---|");
        isBegun = true;
        IsMet &= row.IsMet;
        to.WriteLine($"| {row.What} | {row.Measured} | {row.Baseline} | {row.MustReach} | {(row.IsMet ? "yes" : "**no**")} |");
    }
}
