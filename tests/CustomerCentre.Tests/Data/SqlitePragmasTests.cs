using CustomerCentre.Data;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Data;

public sealed class SqlitePragmasTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("customercentre-");

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task An_open_connection_is_durable_and_strict(string pragma, string value)
    {
        var connection = $"Data Source={Path.Combine(folder.FullName, "test.db")};Pooling=False";
        await using var db = new SqliteDb((DbContextOptions<SqliteDb>)new DbContextOptionsBuilder<SqliteDb>().UseEmbedded(connection).Options);
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The words come from above.
        command.CommandText = $"PRAGMA {pragma}";
#pragma warning restore CA2100
        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!.ToString().ShouldBe(value);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
