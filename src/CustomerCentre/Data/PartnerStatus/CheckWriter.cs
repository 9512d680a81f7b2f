using System.Data.Common;
using CustomerCentre.Domain.Partners;

namespace CustomerCentre.Data.PartnerStatus;

/// <summary>An open connection that writes checks, with its command prepared. As durable as every other write.</summary>
internal sealed class CheckWriter : IAsyncDisposable
{
    private const string Greeting = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    private const string Insert = """
        INSERT INTO PartnerChecks (Id, CustomerId, PartnerId, AccountId, Channel, Purpose, At)
        SELECT @Id, @CustomerId, @PartnerId, @AccountId, @Channel, @Purpose, @At WHERE NOT EXISTS (SELECT 1 FROM PartnerChecks WHERE Id = @Id)
        """;

    private static readonly string[] Names = ["@Id", "@CustomerId", "@PartnerId", "@AccountId", "@Channel", "@Purpose", "@At"];
    private readonly DbConnection connection;
    private readonly DbCommand command;
    private readonly Dialect dialect;

    private CheckWriter(DbConnection connection)
    {
        (this.connection, command, dialect) = (connection, connection.CreateCommand(), Dialect.Of(connection));
        command.CommandText = Insert;
        foreach (var name in Names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
    }

    public static async Task<CheckWriter> Open(DbConnection connection)
    {
        await RawDatabase.Open(connection, Greeting, CancellationToken.None);
        return new CheckWriter(connection);
    }

    /// <summary>Writes checks in one transaction; one that is there already stays as it is.</summary>
    public async Task Write(IEnumerable<PartnerCheck> checks)
    {
        using var turn = await RawDatabase.TurnToWrite(connection);
        await using var transaction = await connection.BeginTransactionAsync();
        command.Transaction = transaction;
        foreach (var check in checks)
        {
            Set(check);
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }

    private void Set(PartnerCheck check)
    {
        object[] values =
        [
            dialect.From(check.Id), dialect.From(check.CustomerId), dialect.From(check.PartnerId), check.AccountId is { } account ? dialect.From(account) : DBNull.Value,
            (int)check.Channel, (int)check.Purpose, dialect.From(check.At),
        ];
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
    }
}
