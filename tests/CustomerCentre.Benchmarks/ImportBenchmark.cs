using System.Diagnostics;
using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Generating;
using CustomerCentre.Importing;
using Microsoft.Data.Sqlite;

namespace CustomerCentre.Benchmarks;

/// <summary>Imports a generated world into a fresh file, and writes the same rows of licences into another with prepared commands that check nothing.</summary>
internal static class ImportBenchmark
{
    private const int Seed = 7;
    private const int Year = 2026;
    private const int LeastPerSecond = 20_000;
    private const int MostMegabytes = 300;

    public static async IAsyncEnumerable<Row> Measure(Scale scale)
    {
        var folder = Directory.CreateTempSubdirectory("customercentre-benchmark-");
        try
        {
            var files = new GeneratedWorld(scale.Customers, Seed, Year).Write(folder.FullName, _ => { });
            var (ours, raw) = (Path.Combine(folder.FullName, "ours.db"), Path.Combine(folder.FullName, "raw.db"));
            var (before, watch) = (Cpu(), Stopwatch.StartNew());
            var (summaries, cpu) = await Import(ours, [.. files.Select(file => file.Path)]);
            var peak = Peak();
            var licences = summaries.Single(summary => summary.Kind == "licences");
            if (summaries.Any(summary => summary.Bad > 0 || summary.Failure is not null))
                throw new InvalidOperationException("The generated world must be imported whole.");
            var rows = summaries.Sum(summary => summary.Lines);
            yield return new(
                Text($"memory of the import, {rows:N0} lines in {watch.Elapsed.TotalSeconds:N0} s"), Text($"{peak:N0} MB at its peak"),
                Text($"{(Cpu() - before).TotalSeconds:N0} s of CPU"), Text($"≤ {MostMegabytes} MB"), peak <= MostMegabytes);

            await using (var portal = await Portal(raw))
            {
            }

            var (rawLicences, rawSpent, rawCpu) = RawImport.Copy(ours, raw);
            // The machine is shared: what a second of a processor brings does not depend on who else is at work.
            var perSecond = licences.Lines / (cpu / 1e6);
            yield return new(
                Text($"import of {licences.Lines:N0} licences"), Text($"{perSecond:N0} a CPU second, {licences.Lines / licences.Spent.TotalSeconds:N0}/s by the clock"),
                Text($"raw ADO.NET, {rawLicences:N0}: {rawLicences / (rawCpu / 1e6):N0}, {rawLicences / rawSpent.TotalSeconds:N0}/s"), Text($"≥ {LeastPerSecond:N0} a CPU second"), perSecond >= LeastPerSecond);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(List<FileSummary> Summaries, double LicencesCpu)> Import(string database, string[] files)
    {
        await using var portal = await Portal(database);
        var watch = new CpuOfFile("licences.csv");
        var run = new ImportRun(
            portal.Services.GetRequiredService<IServiceScopeFactory>(), portal.Services.GetRequiredService<ImportReports>(), new ImportProgress(watch, isWatched: false, TimeProvider.System));
        return (await run.Import(files.Select(ImportSource.File), CancellationToken.None), watch.Spent.TotalMicroseconds);
    }

    private static async Task<WebApplication> Portal(string database)
    {
        var builder = WebApplication.CreateSlimBuilder([$"--ConnectionStrings:CustomerCentre=Data Source={database}", "--Logging:LogLevel:Default=None"]);
        builder.Services.AddPortal(builder.Configuration, builder.Environment);
        var portal = builder.Build();
        await using var scope = portal.Services.CreateAsyncScope();
        await DatabaseStart.MakeReady(scope.ServiceProvider.GetRequiredService<CustomerCentreDb>(), CancellationToken.None);
        return portal;
    }

    private static double Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }

    private static TimeSpan Cpu() => Environment.CpuUsage.TotalTime;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
