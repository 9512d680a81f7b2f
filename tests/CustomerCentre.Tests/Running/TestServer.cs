using System.Globalization;
using CustomerCentre.Data;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Running;

/// <summary>
/// The SQL Server database that tests use when the variable <c>CUSTOMERCENTRE_TEST_SQLSERVER</c> names one (it must exist and be empty). One test holds it
/// at a time and finds it emptied. <c>Database__MaxBatchSize</c> is honoured as the portal honours it.
/// </summary>
internal static class TestServer
{
    public const string Variable = "CUSTOMERCENTRE_TEST_SQLSERVER";
    private static readonly SemaphoreSlim Free = new(1, 1);
    private static bool migrated;

    public static bool IsUsed => Connection is { Length: > 0 };

    public static IEnumerable<(string Key, string? Value)> Settings =>
    [
        ("Database:Provider", nameof(DatabaseProvider.SqlServer)),
        ("ConnectionStrings:CustomerCentre", Connection),
        ("Database:MaxBatchSize", MaxBatchSize?.ToString(CultureInfo.InvariantCulture)),
    ];

    private static string? Connection => Environment.GetEnvironmentVariable(Variable);

    private static int? MaxBatchSize =>
        int.TryParse(Environment.GetEnvironmentVariable("Database__MaxBatchSize"), CultureInfo.InvariantCulture, out var size) ? size : null;

    /// <summary>Waits for the database, migrates it the first time and empties it.</summary>
    public static IDisposable Take()
    {
        Free.Wait();
        try
        {
            var options = new DbContextOptionsBuilder<SqlServerDb>().UseProductionServer(Connection, new DatabaseOptions { MaxBatchSize = MaxBatchSize }).Options;
            using var db = new SqlServerDb((DbContextOptions<SqlServerDb>)options);
            if (!migrated)
                db.Database.Migrate();
            migrated = true;
            Emptying.Empty(db);
            return new Turn();
        }
        catch
        {
            Free.Release();
            throw;
        }
    }

    private sealed class Turn : IDisposable
    {
        public void Dispose() => Free.Release();
    }
}
