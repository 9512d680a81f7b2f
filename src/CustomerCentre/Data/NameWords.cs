using CustomerCentre.Domain.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CustomerCentre.Data;

/// <summary>Keeps the words by which customers are found in step with their names, so that no writer of a name can forget them.</summary>
internal sealed class NameWords : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        var written = db.ChangeTracker.Entries<Customer>().ToList();
        foreach (var opened in written.Where(entry => entry.State == EntityState.Added))
            db.AddRange(Of(opened.Entity));

        var renamed = written.Where(entry => entry.State == EntityState.Modified && entry.Property(customer => customer.NameKey).IsModified)
            .Select(entry => entry.Entity).ToList();
        if (renamed.Count > 0)
            await Rewrite(db, renamed, cancellationToken);
        return result;
    }

    /// <summary>The words that a new customer is found by.</summary>
    public static IEnumerable<CustomerWord> Of(Customer customer) => SearchText.Words(customer.Details.Name).Select(word => new CustomerWord(word, customer.Id));

    private static async Task Rewrite(DbContext db, List<Customer> renamed, CancellationToken cancellationToken)
    {
        var ids = renamed.ConvertAll(customer => customer.Id);
        var known = (await db.Set<CustomerWord>().Where(word => ids.Contains(word.CustomerId)).ToListAsync(cancellationToken)).ToLookup(word => word.CustomerId);
        foreach (var customer in renamed)
        {
            var words = SearchText.Words(customer.Details.Name);
            db.RemoveRange(known[customer.Id].Where(old => !words.Contains(old.Word)));
            db.AddRange(words.Except(known[customer.Id].Select(old => old.Word)).Select(word => new CustomerWord(word, customer.Id)));
        }
    }
}
