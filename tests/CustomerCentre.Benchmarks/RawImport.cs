using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace CustomerCentre.Benchmarks;

/// <summary>What an import is measured against: rows that are known to be good, written by prepared commands into the same tables with the same indexes and keys.</summary>
internal static class RawImport
{
    // What licences point to is not measured, only written.
    private static readonly string[] Before = ["Products", "Partners", "Customers"];
    private static readonly string[] Licences = ["Licences", "LicenceNumbers"];

    // Enough to see a speed. Fewer rows make shallower indexes, so this is in favour of what stands beside the import.
    private const int Most = 1_000_000;

    public static (int Rows, TimeSpan Spent, double CpuMicroseconds) Copy(string from, string to) => Copy(from, to, Before, Licences);

    /// <summary>Copies one table that points to nothing.</summary>
    public static (int Rows, TimeSpan Spent, double CpuMicroseconds) Copy(string from, string to, string table) => Copy(from, to, [], [table]);

    private static (int Rows, TimeSpan Spent, double CpuMicroseconds) Copy(string from, string to, string[] before, string[] measured)
    {
        using var source = Open(from);
        using var target = Open(to);
        foreach (var table in before)
            Copy(source, target, table, int.MaxValue);
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var rows = 0;
        foreach (var table in measured)
            rows = Math.Max(rows, Copy(source, target, table, Most));
        return (rows, watch.Elapsed, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds);
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -24576; PRAGMA wal_autocheckpoint = 8000");
        return connection;
    }

#pragma warning disable CA2100 // Names of tables and columns come from the database itself.
    private static int Copy(SqliteConnection source, SqliteConnection target, string table, int most)
    {
        using var names = new SqliteCommand($"SELECT name FROM pragma_table_info('{table}')", source);
        var columns = new List<string>();
        using (var reader = names.ExecuteReader())
        {
            while (reader.Read())
                columns.Add($"\"{reader.GetString(0)}\"");
        }

        using var select = new SqliteCommand($"SELECT {string.Join(", ", columns)} FROM \"{table}\" ORDER BY rowid LIMIT {most}", source);
        using var insert = new SqliteCommand($"INSERT INTO \"{table}\" ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, place) => $"@p{place}"))})", target);
        var parameters = columns.Select((_, place) => insert.Parameters.Add(new SqliteParameter { ParameterName = $"@p{place}" })).ToList();
        using var rows = select.ExecuteReader();
        var copied = 0;
        for (var isMore = rows.Read(); isMore;)
        {
            using var transaction = target.BeginTransaction();
            insert.Transaction = transaction;
            for (var left = Importing.ImportRun.BatchSize; isMore && left > 0; left--, copied++, isMore = rows.Read())
            {
                for (var place = 0; place < parameters.Count; place++)
                    parameters[place].Value = rows.GetValue(place);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return copied;
    }

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = new SqliteCommand(text, connection);
        command.ExecuteNonQuery();
    }
#pragma warning restore CA2100
}
