using CustomerCentre.Data;

namespace CustomerCentre.Importing;

/// <summary>Applies and saves one batch.</summary>
internal static class BatchWriter
{
    /// <summary>Works inside the caller's transaction when there is one, in a transaction of its own otherwise.</summary>
    public static Task<Batch> Save(IServiceProvider services, Header header, IReadOnlyList<SourceLine> lines, bool isSupportToCome)
    {
        var db = services.GetRequiredService<CustomerCentreDb>();
        return db.InTransaction(
            async token =>
            {
                var batch = new Batch(header, lines, isSupportToCome);
                var importer = (ILineImporter)ActivatorUtilities.CreateInstance(services, header.Kind.Importer);
                await importer.Apply(batch, token);
                await db.SaveChangesAsync(token);
                return batch;
            },
            CancellationToken.None);
    }
}
