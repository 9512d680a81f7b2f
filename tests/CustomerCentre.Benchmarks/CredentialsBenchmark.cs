using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CustomerCentre.Benchmarks;

/// <summary>
/// Imports old passwords of three services into a fresh file by the portal's own command, weak ones encrypted on the way, and writes the same rows into another with prepared commands that check
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
            await PortalCommand.Migrate(ours);
            using var import = await PortalCommand.Import(ours, FileName, file);
            await PortalCommand.Migrate(raw);
            var (rawRows, rawSpent, rawCpu) = RawImport.Copy(ours, raw, "OldPasswords");
            // The machine is shared: what a second of a processor brings does not depend on who else is at work.
            var perSecond = scale.Customers / import.Measured.Cpu.TotalSeconds;
            yield return new(
                Text($"import of {scale.Customers:N0} old passwords"), Text($"{perSecond:N0} a CPU second, {scale.Customers / import.Measured.Spent.TotalSeconds:N0}/s by the clock"),
                Text($"raw ADO.NET, {rawRows:N0}: {rawRows / (rawCpu / 1e6):N0}, {rawRows / rawSpent.TotalSeconds:N0}/s"), Text($"≥ {LeastPerSecond:N0} a CPU second"), perSecond >= LeastPerSecond);
            yield return new("memory of it", Text($"{import.PeakMegabytes:N0} MB at its peak"), "", Text($"≤ {MostMegabytes} MB"), import.PeakMegabytes <= MostMegabytes);
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

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
