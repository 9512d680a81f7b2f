using System.Diagnostics;
using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Importing;
using Microsoft.Data.Sqlite;

namespace CustomerCentre.Benchmarks;

/// <summary>
/// Imports old passwords of three services into a fresh file, weak ones encrypted on the way, and writes the same rows into another with prepared commands that check
/// and encrypt nothing. E-mails come in no order, as an old service has them.
/// </summary>
internal static class CredentialsBenchmark
{
    private const int Seed = 7;
    private const int LeastPerSecond = 20_000;
    private const int MostMegabytes = 300;
    private const string FileName = "credentials.csv";

    public static async IAsyncEnumerable<Row> Measure(Scale scale)
    {
        var folder = Directory.CreateTempSubdirectory("customercentre-benchmark-");
        try
        {
            var file = Path.Combine(folder.FullName, FileName);
            Write(file, scale.Customers);
            var (ours, raw) = (Path.Combine(folder.FullName, "ours.db"), Path.Combine(folder.FullName, "raw.db"));
            var (summary, cpu) = await Import(ours, file);
            if (summary.Added != scale.Customers)
                throw new InvalidOperationException("Every line must come in.");
            var peak = Peak();
            await using (var portal = await Portal(raw))
            {
            }

            var (rawRows, rawSpent, rawCpu) = RawImport.Copy(ours, raw, "OldPasswords");
            // The machine is shared: what a second of a processor brings does not depend on who else is at work.
            var perSecond = summary.Lines / (cpu / 1e6);
            yield return new(
                Text($"import of {summary.Lines:N0} old passwords"), Text($"{perSecond:N0} a CPU second, {summary.Lines / summary.Spent.TotalSeconds:N0}/s by the clock"),
                Text($"raw ADO.NET, {rawRows:N0}: {rawRows / (rawCpu / 1e6):N0}, {rawRows / rawSpent.TotalSeconds:N0}/s"), Text($"≥ {LeastPerSecond:N0} a CPU second"), perSecond >= LeastPerSecond);
            yield return new("memory of it", Text($"{peak:N0} MB at its peak"), "", Text($"≤ {MostMegabytes} MB"), peak <= MostMegabytes);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static void Write(string path, int count)
    {
        string[] services = ["centre", "eshop", "mpohoda"];
        string[] set = ["Pbkdf2Sha1;t=1000", "SaltedSha1;", "Pbkdf2Sha256;t=10000"];
        var (random, salt, hash) = (new Random(Seed), new byte[16], new byte[32]);
        using var file = new StreamWriter(path);
        file.WriteLine("Email;Service;EmailConfirmed;ChangedAt;Algorithm;Parameters;SaltFormat;Salt;Hash");
        for (var at = 0; at < count; at++)
        {
            random.NextBytes(salt);
            random.NextBytes(hash);
            var (which, length) = (at % services.Length, at % services.Length == services.Length - 1 ? 32 : 20);
            // An odd factor modulo a power of two: each number once, in no order.
            var person = (uint)(at / services.Length) * 2_654_435_761u;
            file.WriteLine(Text($"osoba{person}@firma{person % 5000}.example.cz;{services[which]};Yes;2021-03-09T08:15:00Z;{set[which]};Hex;{Convert.ToHexString(salt)};{Convert.ToHexString(hash, 0, length)}"));
        }
    }

    private static async Task<(FileSummary Summary, double Cpu)> Import(string database, string file)
    {
        await using var portal = await Portal(database);
        var watch = new CpuOfFile(FileName);
        var run = new ImportRun(
            portal.Services.GetRequiredService<IServiceScopeFactory>(), portal.Services.GetRequiredService<ImportReports>(), new ImportProgress(watch, isWatched: false, TimeProvider.System));
        return ((await run.Import([ImportSource.File(file)], CancellationToken.None)).Single(), watch.Spent.TotalMicroseconds);
    }

    private static async Task<WebApplication> Portal(string database)
    {
        string[] settings = [$"--ConnectionStrings:CustomerCentre=Data Source={database}", "--Logging:LogLevel:Default=None", $"--OldPasswords:Key={Convert.ToBase64String(new byte[32])}"];
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
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

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
