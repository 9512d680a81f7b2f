using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Data;

/// <summary>Section <c>CustomerNumbers</c>: the range new customer numbers are counted in (nine digits, the check digit comes after).</summary>
public sealed class CustomerNumberOptions
{
    public long First { get; init; } = 500_000_000;

    public long Last { get; init; } = 899_999_999;

    public CustomerNumberRange Range => new(First, Last);
}

/// <summary>Issues customer numbers. Works inside the caller's transaction: a number whose customer is not saved leaves at most a gap.</summary>
public sealed class NumberIssuer(CustomerCentreDb db, IOptions<CustomerNumberOptions> options)
{
    private const string Sequence = "CustomerNumber";

    /// <summary>The next free number. Numbers taken by imported customers are skipped; the unique index is the judge.</summary>
    public async Task<CustomerNumber> Next(CancellationToken cancellationToken)
    {
        var range = options.Value.Range;
        while (true)
        {
            var number = range.At(await Count(range.First, cancellationToken));
            if (!await db.IssuedNumbers.AnyAsync(issued => issued.Number == number, cancellationToken))
                return number;
        }
    }

    private async Task<long> Count(long first, CancellationToken cancellationToken)
    {
        var row = db.NumberSequences.Where(sequence => sequence.Name == Sequence);
        // The update locks the row until the transaction ends, so two issuers never count the same.
        if (await row.ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + 1), cancellationToken) > 0)
            return await row.Select(sequence => sequence.Last).SingleAsync(cancellationToken);

        db.NumberSequences.Add(new NumberSequence { Name = Sequence, Last = first });
        await db.SaveChangesAsync(cancellationToken);
        return first;
    }
}
