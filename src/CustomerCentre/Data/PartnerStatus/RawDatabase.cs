using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data.PartnerStatus;

/// <summary>Connections to the same database as EF's, for what is too frequent for EF.</summary>
internal sealed class RawDatabase
{
    private readonly string connectionString;
    private readonly bool isSqlite;

    public RawDatabase(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<CustomerCentreDb>().Database;
        (isSqlite, connectionString) = (database.GetDbConnection() is SqliteConnection, database.GetConnectionString()!);
    }

    /// <summary>A new connection, not opened. On SQLite outside the pool, since what it is told when opened must not reach others.</summary>
    public DbConnection Connect() => isSqlite
        ? new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString)
        : new SqlConnection(connectionString);

    /// <summary>Waits for this process's turn to write where the database lets one writer in.</summary>
    public static async Task<IDisposable?> TurnToWrite(DbConnection connection) =>
        connection is SqliteConnection ? await SqliteDb.TurnToWrite(connection.DataSource, CancellationToken.None) : null;

    /// <summary>Opens a connection and says to it what the database needs to hear.</summary>
    /// <param name="connection">A new connection.</param>
    /// <param name="greeting">What to say to SQLite.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task Open(DbConnection connection, string greeting, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken);
        if (connection is not SqliteConnection)
            return;
        await using var command = connection.CreateCommand();
        command.CommandText = greeting;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
