using System.Globalization;
using CustomerCentre.Generating;
using Microsoft.Data.Sqlite;

namespace CustomerCentre.Benchmarks;

/// <summary>Imports a generated world into a fresh file by the portal's own command, and writes the same rows of licences into another with prepared commands that check nothing.</summary>
internal static class ImportBenchmark
{
    private const int Seed = 7;
    private const int Year = 2026;
    private const int LeastPerSecond = 20_000;
    private const int MostMegabytes = 300;
    private const string Licences = "licences.csv";

    public static async IAsyncEnumerable<Row> Measure(Scale scale)
    {
        var folder = Directory.CreateTempSubdirectory("customercentre-benchmark-");
        try
        {
            var files = new GeneratedWorld(scale.Customers, Seed, Year).Write(folder.FullName, _ => { });
            var (ours, raw) = (Path.Combine(folder.FullName, "ours.db"), Path.Combine(folder.FullName, "raw.db"));
            await PortalCommand.Migrate(ours);
            using var import = await PortalCommand.Import(ours, Licences, files.Select(file => file.Path));
            yield return new(
                Text($"memory of the import, {files.Sum(file => file.Lines):N0} lines in {import.Whole.Spent.TotalSeconds:N0} s"), Text($"{import.PeakMegabytes:N0} MB at its peak"),
                Text($"{import.Whole.Cpu.TotalSeconds:N0} s of CPU"), Text($"≤ {MostMegabytes} MB"), import.PeakMegabytes <= MostMegabytes);

            await PortalCommand.Migrate(raw);
            var (rawLicences, rawSpent, rawCpu) = RawImport.Copy(ours, raw);
            // The machine is shared: what a second of a processor brings does not depend on who else is at work.
            var licences = files.Single(file => Path.GetFileName(file.Path) == Licences).Lines;
            var perSecond = licences / import.Measured.Cpu.TotalSeconds;
            yield return new(
                Text($"import of {licences:N0} licences"), Text($"{perSecond:N0} a CPU second, {licences / import.Measured.Spent.TotalSeconds:N0}/s by the clock"),
                Text($"raw ADO.NET, {rawLicences:N0}: {rawLicences / (rawCpu / 1e6):N0}, {rawLicences / rawSpent.TotalSeconds:N0}/s"), Text($"≥ {LeastPerSecond:N0} a CPU second"), perSecond >= LeastPerSecond);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
