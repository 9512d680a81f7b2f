using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Importing.Kinds;

internal sealed class ContactImporter(CustomerCentreDb db) : ILineImporter
{
    public async Task Apply(Batch batch, CancellationToken cancellationToken)
    {
        var lines = batch.Read(ContactLine.Read);
        var known = await db.CustomersByNumber(lines.Select(line => line.Data.CustomerNumber), customers => customers.Include(c => c.Contacts), cancellationToken);
        foreach (var (line, data) in lines)
        {
            if (known.TryGetValue(data.CustomerNumber, out var customer))
                Apply(line, data, customer);
            else
                line.Refuse(nameof(data.CustomerNumber), ImportTexts.UnknownCustomer);
        }
    }

    private void Apply(Line line, ContactLine data, Customer customer)
    {
        var contact = customer.Contacts.FirstOrDefault(contact => (contact.NormalizedEmail ?? contact.Phone?.Value) == data.Key);
        if (contact is not null && contact.Name == data.Name && contact.Phone == data.Phone)
            return;
        // A contact opens the door to the customer: one that was removed or changed here must not come back from an old file.
        if (customer.EditedAt is not null)
        {
            line.Keep(customer.Number.Value, contact is null ? nameof(data.Email) : nameof(data.Name), data.Email?.Value ?? data.Phone?.Value, contact?.Name);
            return;
        }

        if (contact is null)
            db.Add(customer.AddContact(data.Name, data.Email, data.Phone));
        else
            (contact.Name, contact.Phone) = (data.Name, data.Phone);
        line.Outcome = contact is null ? LineOutcome.Added : LineOutcome.Changed;
    }
}
