using CustomerCentre.Data;
using CustomerCentre.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Importing;

/// <summary>Applies and saves one batch.</summary>
internal static class BatchWriter
{
    // Licence numbers are random, so each goes into other pages of its indexes; with the usual two megabytes they would be read from the file every time. In KiB.
    private const string LargeCache = "PRAGMA cache_size = -24576; PRAGMA wal_autocheckpoint = 8000";

    /// <summary>Works inside the caller's transaction when there is one, in a transaction of its own otherwise.</summary>
    public static Task<Batch> Save(IServiceProvider services, Header header, IReadOnlyList<SourceLine> lines, bool isSupportToCome)
    {
        var db = services.GetRequiredService<CustomerCentreDb>();
        return db.InTransaction(
            async token =>
            {
                if (db is SqliteDb)
                    await db.Database.ExecuteSqlRawAsync(LargeCache, token);
                var batch = new Batch(header, lines, isSupportToCome);
                var importer = (ILineImporter)ActivatorUtilities.CreateInstance(services, header.Kind.Importer);
                await importer.Apply(batch, token);
                await db.SaveAll(batch.Made, token);
                return batch;
            },
            CancellationToken.None);
    }
}
