using CustomerCentre.Data.Mapping;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data;

/// <summary>Puts intentions in a row where no unique index can decide between them, on a database that lets several write at once.</summary>
internal static class Holds
{
    /// <summary>
    /// Holds an account until the transaction ends: a second intention of the same person waits here and then sees the first's work. Goes before what it protects is read.
    /// </summary>
    public static Task<int> HoldAccount(this CustomerCentreDb db, Guid id, CancellationToken cancellationToken) =>
        db.Users.Where(account => account.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.ConcurrencyStamp, account => account.ConcurrencyStamp), cancellationToken);

    /// <summary>Gives a row a new version though nothing in it changes, so that of two intentions that rest on it the slower one is done again.</summary>
    public static void Touch(this CustomerCentreDb db, object row)
    {
        var entry = db.Entry(row);
        entry.Property(ModelRules.TokenOf(entry.Metadata)!.Name).IsModified = true;
    }
}
