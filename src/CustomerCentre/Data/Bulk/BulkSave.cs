using System.Collections;
using CustomerCentre.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data.Bulk;

/// <summary>Saves what an import brought.</summary>
internal static class BulkSave
{
    // Making a command for each of a few rows costs less than it would save.
    private const int Few = 20;

    /// <summary>
    /// Saves what SaveChanges would, and forgets it. Tracked rows take the short way only when all of them are new: changed ones must come in an order with the new
    /// that SaveChanges alone knows, and be checked against other writers.
    /// </summary>
    /// <param name="db">A context in a transaction.</param>
    /// <param name="made">New entities that are not tracked, with what hangs on them; they point to no tracked row that is new.</param>
    /// <param name="cancellationToken">Stops the saving.</param>
    public static async Task SaveAll(this CustomerCentreDb db, IReadOnlyCollection<object> made, CancellationToken cancellationToken)
    {
        var changes = db.ChangeTracker.Entries().Where(entry => entry.State != EntityState.Unchanged).ToList();
        var isShort = changes.Count > Few && changes.TrueForAll(entry => entry.State == EntityState.Added);
        var added = isShort ? changes.Where(entry => !entry.Metadata.IsOwned()).Select(entry => entry.Entity).ToList() : [];
        added.AddRange(made.SelectMany(entity => WithChildren(db, entity)));
        await BulkInsert.Write(db, added.Concat(added.OfType<Customer>().SelectMany(NameWords.Of)), cancellationToken);
        if (!isShort && changes.Count > 0)
            await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private static IEnumerable<object> WithChildren(DbContext db, object entity) =>
        db.Model.FindEntityType(entity.GetType())!.GetNavigations().Where(navigation => navigation.IsCollection)
            .SelectMany(navigation => ((IEnumerable)navigation.GetGetter().GetClrValue(entity)!).Cast<object>()).Prepend(entity);
}
