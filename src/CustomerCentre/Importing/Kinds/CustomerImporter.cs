using CustomerCentre.Data;
using CustomerCentre.Data.Mapping;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Importing.Kinds;

internal sealed class CustomerImporter(CustomerCentreDb db, IOptions<CustomerNumberOptions> numbers, TimeProvider time) : ILineImporter
{
    private readonly Dictionary<(Country, RegistrationNumber), Customer> primaries = [];

    public async Task Apply(Batch batch, CancellationToken cancellationToken)
    {
        var range = numbers.Value.Range;
        var lines = batch.Read(CustomerLine.Read);
        var known = await db.CustomersByNumber(lines.Select(line => line.Data.CustomerNumber), customers => customers, cancellationToken);
        await FindPrimaries(lines.Select(line => line.Data.RegistrationNumber).OfType<RegistrationNumber>().Distinct().ToList(), cancellationToken);
        foreach (var (line, data) in lines)
        {
            if (known.TryGetValue(data.CustomerNumber, out var customer))
                Update(line, data, customer, batch);
            else if (range.HasWrongCheckDigit(data.CustomerNumber))
                line.Refuse(nameof(data.CustomerNumber), ImportTexts.WrongCheckDigit);
            else
                Open(line, data, known, batch);
        }
    }

    private async Task FindPrimaries(List<RegistrationNumber> registered, CancellationToken cancellationToken)
    {
        var found = db.Customers.Include(customer => customer.Numbers).AsSplitQuery()
            .Where(customer => customer.DuplicateOfId == null && EF.Parameter(registered).Contains(customer.Details.RegistrationNumber!));
        await foreach (var customer in found.AsAsyncEnumerable().WithCancellation(cancellationToken))
            primaries[(customer.Details.Country, customer.Details.RegistrationNumber!)] = customer;
    }

    private void Open(Line line, CustomerLine data, Dictionary<CustomerNumber, Customer> known, Batch batch)
    {
        var now = time.GetUtcNow();
        var customer = Customer.Open(Guid.CreateVersion7(now), data.CustomerNumber, data.Details, RegisterCheck.None, now);
        MarkIfDuplicate(customer);
        batch.Made.Add(known[data.CustomerNumber] = customer);
        line.Outcome = LineOutcome.Added;
    }

    private void Update(Line line, CustomerLine data, Customer customer, Batch batch)
    {
        var details = data.Details;
        if (details == customer.Details)
            return;
        // Also under a number that a merge left behind: the customer it leads to now is described by its own line.
        if (customer.EditedAt is not null || customer.Number != data.CustomerNumber)
        {
            DetailsComparison.Note(line, customer, details);
            return;
        }

        customer.Refresh(details);
        MarkIfDuplicate(customer);
        line.Outcome = LineOutcome.Changed;
        if (batch.Made.Contains(customer))
            return;
        // The details are a part of the row but not its version: somebody who edits them at this moment must be noticed.
        db.Entry(customer).Property(ModelRules.Version).IsModified = true;
    }

    private void MarkIfDuplicate(Customer customer)
    {
        if (customer is not { DuplicateOfId: null, Details: { RegistrationNumber: { } number, Country: var country } })
            return;
        // An earlier line may have given the one that had the number another.
        if (primaries.TryGetValue((country, number), out var primary) && primary != customer && Holds(primary, country, number))
            customer.MarkDuplicateOf(primary.Id);
        else
            primaries[(country, number)] = customer;
    }

    private static bool Holds(Customer primary, Country country, RegistrationNumber number) =>
        primary.DuplicateOfId is null && primary.Details.Country == country && primary.Details.RegistrationNumber == number;
}
