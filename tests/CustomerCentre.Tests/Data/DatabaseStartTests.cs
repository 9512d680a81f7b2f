using CustomerCentre.Data;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Data;

public sealed class DatabaseStartTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"customercentre-{Guid.NewGuid():n}.db");

    [Theory]
    [InlineData("-57 seconds")]
    [InlineData("-1 day")]
    public async Task A_start_goes_on_after_one_that_was_killed_while_it_migrated(string locked)
    {
        await using var db = new SqliteDb((DbContextOptions<SqliteDb>)new DbContextOptionsBuilder<SqliteDb>().UseEmbedded($"Data Source={path};Pooling=False").Options);
        await db.Database.ExecuteSqlRawAsync("""CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsLock" VALUES (1, datetime('now', {locked}))""");

        await DatabaseStart.MakeReady(db, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(40), TestContext.Current.CancellationToken);

        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    public void Dispose()
    {
        foreach (var file in (string[])[path, path + "-wal", path + "-shm"])
            File.Delete(file);
    }
}
