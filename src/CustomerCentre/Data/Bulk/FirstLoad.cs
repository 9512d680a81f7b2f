using CustomerCentre.Domain.Licences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CustomerCentre.Data.Bulk;

/// <summary>
/// The first load of an embedded database goes without the indexes over groups of licence numbers, and builds them at its end: a random number goes into another
/// page of each, and at millions of rows writing those pages takes several times as long as everything else. Nobody looks for a number that is not there yet.
/// </summary>
internal static class FirstLoad
{
    /// <summary>Takes the indexes away while there is no licence number at all; the answer is whether it did.</summary>
    public static async Task<bool> Begin(CustomerCentreDb db, CancellationToken cancellationToken) =>
        db is SqliteDb && await db.InTransaction(
            async token =>
            {
                if (await db.LicenceNumbers.AnyAsync(token))
                    return false;
                foreach (var index in Indexes(db))
                    await Run(db, $"DROP INDEX IF EXISTS \"{index.Name}\"", token);
                return true;
            },
            cancellationToken);

    /// <summary>Builds those that are missing, also after a load that was killed.</summary>
    /// <returns>Whether the database is one that this concerns.</returns>
    public static async Task<bool> End(CustomerCentreDb db, CancellationToken cancellationToken)
    {
        if (db is not SqliteDb)
            return false;
        // An index is sorted in as much memory as the cache may take, and afterwards little of it is given back.
        await Run(db, "PRAGMA cache_size = -4096; PRAGMA shrink_memory", cancellationToken);
        foreach (var index in Indexes(db))
        {
            var columns = string.Join(", ", index.Columns.Select(column => $"\"{column.Name}\""));
            var text = $"CREATE INDEX IF NOT EXISTS \"{index.Name}\" ON \"{index.Table.Name}\" ({columns})";
            await db.InTransaction(token => Run(db, text, token), cancellationToken);
        }

        return true;
    }

    internal static IEnumerable<ITableIndex> Indexes(CustomerCentreDb db) =>
        db.Model.FindEntityType(typeof(IssuedLicenceNumber))!.GetTableMappings().Single().Table.Indexes
            .Where(index => index.Columns.All(column => column.ComputedColumnSql is not null));

    // Names come from the model, never from a person.
    private static Task<int> Run(CustomerCentreDb db, string text, CancellationToken cancellationToken) => db.Database.ExecuteSqlRawAsync(text, cancellationToken);
}
