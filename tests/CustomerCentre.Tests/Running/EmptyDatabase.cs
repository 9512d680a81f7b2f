using CustomerCentre.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Running;

/// <summary>
/// A migrated, empty database for one test: a SQLite file (migrating once and copying the file makes a new one cost a millisecond),
/// or, when <see cref="TestServer.Variable"/> is set, the one database on SQL Server, which tests take by turns.
/// </summary>
public sealed class EmptyDatabase : IDisposable
{
    private static readonly Lazy<byte[]> Migrated = new(Migrate);
    private readonly string path = NewPath();
    private readonly IDisposable? turn;

    /// <param name="embedded">A SQLite file in any case: for tests of pages, whose portal lives as long as a whole class and would hold the one server.</param>
    public EmptyDatabase(bool embedded = false)
    {
        if (TestServer.IsUsed && !embedded)
            turn = TestServer.Take();
        else
            File.WriteAllBytes(path, Migrated.Value);
    }

    /// <summary>What the portal must be told to use this database.</summary>
    public IEnumerable<(string Key, string? Value)> Settings =>
        turn is null ? [("ConnectionStrings:CustomerCentre", $"Data Source={path}")] : TestServer.Settings;

    public void Dispose()
    {
        turn?.Dispose();
        using (var connection = new SqliteConnection($"Data Source={path}"))
            SqliteConnection.ClearPool(connection);
        foreach (var file in (string[])[path, path + "-wal", path + "-shm"])
            File.Delete(file);
    }

    private static byte[] Migrate()
    {
        var path = NewPath();
        var connection = $"Data Source={path};Pooling=False";
        using (var db = new SqliteDb((DbContextOptions<SqliteDb>)new DbContextOptionsBuilder<SqliteDb>().UseEmbedded(connection).Options))
            db.Database.Migrate();
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private static string NewPath() => Path.Combine(Path.GetTempPath(), $"customercentre-{Guid.NewGuid():n}.db");
}
