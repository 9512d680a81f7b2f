using System.Globalization;
using CustomerCentre.Data.Bulk;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data;

/// <summary>Sees to the shape of the database before anybody works with it.</summary>
internal static class DatabaseStart
{
    // Migrating leaves a row behind when its process is killed, and the next start would wait for it for ever.
    private const string ForgetDeadMigration = """DELETE FROM "__EFMigrationsLock" WHERE datetime("Timestamp") < datetime('now', '-1 minute')""";
    private const int NamesAtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Brings SQLite up to date; SQL Server is only checked, since several nodes must never migrate it at once.</summary>
    /// <exception cref="StartRefusedException">SQL Server waits for migrations.</exception>
    public static async Task MakeReady(CustomerCentreDb db, CancellationToken cancellationToken)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0)
        {
            await FirstLoad.End(db, cancellationToken);
            return;
        }

        if (db is not SqliteDb)
            throw new StartRefusedException(string.Format(CultureInfo.CurrentCulture, StartTexts.MigrationsPending, pending.Count));
        await Migrate(db, cancellationToken);
    }

    /// <summary>Brings either database up to date: the command <c>migrate</c>.</summary>
    public static async Task Migrate(CustomerCentreDb db, CancellationToken cancellationToken)
    {
        if (db is SqliteDb)
            await FreeLock(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        while (await WriteNameKeys(db, cancellationToken) > 0)
            db.ChangeTracker.Clear();
    }

    // Customers from before names were looked up by their words; no SQL takes diacritics off.
    private static async Task<int> WriteNameKeys(CustomerCentreDb db, CancellationToken cancellationToken)
    {
        var old = await db.Customers.Where(customer => customer.NameKey == "").OrderBy(customer => customer.Id).Take(NamesAtOnce).ToListAsync(cancellationToken);
        old.ForEach(customer => customer.Refresh(customer.Details));
        return await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task FreeLock(CustomerCentreDb db, CancellationToken cancellationToken)
    {
        // A row of the last minute may be of a living process, so it gets the time to go by itself.
        while (await IsLocked(db, cancellationToken))
        {
            if (await db.Database.ExecuteSqlRawAsync(ForgetDeadMigration, cancellationToken) == 0)
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    private static async Task<bool> IsLocked(CustomerCentreDb db, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken) > 0
        && await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM \"__EFMigrationsLock\"").SingleAsync(cancellationToken) > 0;
}
