using CustomerCentre.Data;
using CustomerCentre.Data.Lookup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Benchmarks.Lookup;

/// <summary>
/// Staff search in a small and a large world: each kind of query beside the plainest read there is, a row by its primary key, and from a key to the rows drawn.
/// </summary>
internal static class LookupBenchmark
{
    private const int SmallCustomers = 10_000;
    private const int Texts = 400;
    private const double MostMilliseconds = 5;
    private const double MostSlope = 2.5;

    public static async IAsyncEnumerable<Row> Run(Scale scale)
    {
        var folder = Directory.CreateTempSubdirectory("customercentre-lookup-");
        try
        {
            var (small, large) = (new FilledWorld(SmallCustomers), new FilledWorld(scale.Customers));
            var (smallPath, largePath) = (Path.Combine(folder.FullName, "small.db"), Path.Combine(folder.FullName, "large.db"));
            await Filler.Fill(smallPath, small);
            await Filler.Fill(largePath, large);
            foreach (var kind in LookupTexts.Kinds)
                yield return await Measure(kind, small, smallPath, large, largePath);
            yield return await Keystrokes.Measure(largePath, large);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Row> Measure(LookupTexts kind, FilledWorld small, string smallPath, FilledWorld large, string largePath)
    {
        var (few, many, plain) = (Empty(), Empty(), Empty());
        // All texts once a round and in turns: no text finds its pages left by itself, and what else the machine does disturbs all alike.
        for (var round = 0; round < Interleaved.Rounds; round++)
        {
            for (var i = 0; i < Texts; i++)
            {
                few[i][round] = await ThreadTime.Of(() => Search(smallPath, kind.Text(small, new Dice((ulong)i))));
                many[i][round] = await ThreadTime.Of(() => Search(largePath, kind.Text(large, new Dice((ulong)i))));
                plain[i][round] = await ThreadTime.Of(() => ReadByKey(largePath, new Dice((ulong)i).Under(large.Customers)));
            }
        }

        var (wall, ours, theirs) = (OfTexts(many, time => time.Wall), OfTexts(many, time => time.Processor), OfTexts(plain, time => time.Processor));
        var slope = Interleaved.Median(ours) / Interleaved.Median(OfTexts(few, time => time.Processor));
        return new(
            $"look-up by {kind.Name} among {large.Customers:N0} customers, {large.Licences:N0} licences",
            $"p50 {Interleaved.Median(ours):0.00} ms, p99 {Interleaved.P99(ours):0.00} ms of the processor ({Interleaved.Median(wall):0.00} and {Interleaved.P99(wall):0.00} ms by the wall), ×{slope:0.00} of {small.Customers:N0} customers",
            $"row by key p50 {Interleaved.Median(theirs):0.00} ms, p99 {Interleaved.P99(theirs):0.00} ms",
            $"p99 ≤ {MostMilliseconds:0} ms, ≤ ×{MostSlope}", Interleaved.P99(ours) <= MostMilliseconds && slope <= MostSlope);
    }

    private static ThreadTime[][] Empty() => [.. Enumerable.Range(0, Texts).Select(_ => new ThreadTime[Interleaved.Rounds])];

    // The median of its rounds is a text's own time, the worst of a hundred texts what the store owes.
    private static List<double> OfTexts(ThreadTime[][] texts, Func<ThreadTime, double> time) => [.. texts.Select(rounds => Interleaved.Median([.. rounds.Select(time)]))];

    private static async Task Search(string path, string text)
    {
        await using var db = new SqliteDb(Options(path));
        await new CustomerLookup(db).Find(text, CancellationToken.None);
    }

    private static async Task ReadByKey(string path, int customer)
    {
        await using var connection = new SqliteConnection($"Data Source={path}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Name, Kind, City, RegistrationNumber FROM Customers WHERE Id = @id";
        command.Parameters.AddWithValue("@id", FilledWorld.Id(2, customer));
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
            throw new InvalidOperationException("The filled world has no such customer.");
    }

    private static readonly Dictionary<string, DbContextOptions<SqliteDb>> Known = [];

    internal static DbContextOptions<SqliteDb> Options(string path) => Known.TryGetValue(path, out var options)
        ? options
        : Known[path] = (DbContextOptions<SqliteDb>)new DbContextOptionsBuilder<SqliteDb>().UseEmbedded($"Data Source={path}").Options;
}
