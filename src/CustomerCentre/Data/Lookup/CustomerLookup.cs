using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data.Lookup;

/// <summary>Finds customers and licences by whatever piece of them staff were told: exact before beginnings before words.</summary>
public sealed class CustomerLookup(CustomerCentreDb db)
{
    /// <summary>Most rows of an answer; who gets as many should type more.</summary>
    public const int MostRows = 20;

    /// <summary>Searches. What was typed is personal and may be secret: it goes into parameters and nowhere else.</summary>
    public async Task<LookupAnswer> Find(string? text, CancellationToken cancellationToken)
    {
        var typed = TypedSearch.Of(text);
        if (typed.State != TypedSearchState.Ready)
            return new(typed.State, typed.Kinds, typed.Words, [], false);

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var batch = new LookupBatch(db);
            batch.Add(typed, MostRows + 1);
            batch.AddNames(typed, MostRows + 1);
            var rows = Distinct(await batch.Read(cancellationToken));
            var isPart = false;
            if (rows.Count <= MostRows && typed.Words.Count > 0)
            {
                (var found, isPart) = await NameSearch.ByWords(db, typed.Words, MostRows + 1, cancellationToken);
                rows = Distinct([.. rows, .. found]);
            }

            return new(typed.State, typed.Kinds, typed.Words, [.. rows.Take(MostRows)], isPart || rows.Count > MostRows);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    // A customer stands once, where it fits best; so does a licence that leads to no customer.
    private static List<LookupRow> Distinct(IEnumerable<LookupRow> rows) =>
        [.. rows.OrderBy(row => row.Rank).ThenBy(row => row.Why).ThenBy(row => row.IsOld).DistinctBy(row => row.CustomerNumber ?? row.LicenceId?.ToString())];
}
