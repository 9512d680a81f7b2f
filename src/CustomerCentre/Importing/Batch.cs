using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Importing;

/// <summary>Lines that are looked up and saved together. Made anew for each try, so that a repeated transaction starts clean.</summary>
/// <param name="isSupportToCome">A file with support periods follows in this run, so licences wait for it with their first support.</param>
internal sealed class Batch(Header header, IReadOnlyList<SourceLine> sources, bool isSupportToCome = false)
{
    private readonly List<Line> lines = new(sources.Count);

    public Header Header => header;

    public bool IsSupportToCome => isSupportToCome;

    public IReadOnlyList<Line> Lines => lines;

    /// <summary>New entities with what hangs on them. The change tracker need not know them, which takes longer than writing them.</summary>
    public HashSet<object> Made { get; } = [];

    /// <summary>Lines that were saved one by one, as one batch.</summary>
    public static Batch Join(Header header, IEnumerable<Batch> batches)
    {
        var joined = new Batch(header, []);
        joined.lines.AddRange(batches.SelectMany(batch => batch.lines));
        return joined;
    }

    /// <summary>Lines none of which could be saved.</summary>
    public static Batch Refused(Header header, IReadOnlyList<SourceLine> sources, string reason)
    {
        var batch = new Batch(header, sources);
        batch.Read(line => line);
        foreach (var line in batch.lines)
            line.Refuse("", reason);
        return batch;
    }

    /// <summary>Reads every line; answers those without a fault.</summary>
    public List<(Line Line, T Data)> Read<T>(Func<Line, T> read)
    {
        var good = new List<(Line, T)>(sources.Count);
        foreach (var source in sources)
        {
            var line = new Line(header, source);
            lines.Add(line);
            if (source.Fault is not null)
                line.Refuse("", source.Fault);
            else if (read(line) is var data && line.IsGood)
                good.Add((line, data));
        }

        return good;
    }
}

/// <summary>What a batch asks of the change tracker.</summary>
internal static class Tracking
{
    /// <summary>Whether an entity known before differs now from what was loaded.</summary>
    public static LineOutcome OutcomeOf(this DbContext db, object entity) => db.Entry(entity).State switch
    {
        EntityState.Added => LineOutcome.Added,
        EntityState.Modified => LineOutcome.Changed,
        _ => LineOutcome.Unchanged,
    };
}
