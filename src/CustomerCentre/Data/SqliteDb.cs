using System.Collections.Concurrent;
using CustomerCentre.Data.Mapping;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data;

/// <summary>
/// The embedded database. SQLite lets one writer in at a time and its provider waits by blocking the thread, which freezes circuits under load;
/// so writers of this process queue here, without a thread.
/// </summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : CustomerCentreDb(options)
{
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();

    public override string NameOrder => SqliteNames.Collation;

    public override bool IsDuplicate(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintPrimaryKey or ConstraintUnique };

    /// <summary>Waits for the turn to write to a file, for who writes to it without a context.</summary>
    internal static async Task<IDisposable> TurnToWrite(string dataSource, CancellationToken cancellationToken)
    {
        var gate = Gates.GetOrAdd(dataSource, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        return new Turn(gate);
    }

    protected override async Task<IDisposable?> TurnToWrite(CancellationToken cancellationToken) => await TurnToWrite(Database.GetDbConnection().DataSource, cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        base.ConfigureConventions(configuration);
        ValueConversions.ApplyForSqlite(configuration);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        ModelRules.CutGroups(builder, "substr(Number, 5, 4)", "substr(Number, 9, 4)", "substr(Number, -4)");
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
