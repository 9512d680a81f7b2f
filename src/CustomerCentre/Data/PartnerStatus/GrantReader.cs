using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data.PartnerStatus;

/// <summary>Reads what customers grant a partner beyond the status; rare, so EF is fast enough.</summary>
internal sealed class GrantReader(IServiceScopeFactory scopes)
{
    public async Task<GrantedFacts?> Read(FoundCustomer customer, CancellationToken cancellationToken)
    {
        if (!customer.ShowsLicenceNumbers && !customer.ShowsContacts)
            return null;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomerCentreDb>();
        return new GrantedFacts
        {
            Licences = customer.ShowsLicenceNumbers ? await Licences(db, customer.Id, cancellationToken) : [],
            Contacts = customer.ShowsContacts ? await Contacts(db, customer.Id, cancellationToken) : [],
        };
    }

    private static async Task<List<GrantedLicence>> Licences(CustomerCentreDb db, Guid customerId, CancellationToken cancellationToken)
    {
        var rows = await db.Licences.AsNoTracking().Where(licence => licence.CustomerId == customerId && licence.EndReason == null)
            .OrderBy(licence => licence.Product.Name).ThenBy(licence => licence.Id)
            .Select(licence => new { licence.Product.Name, licence.Numbers.Single(number => number.IsCurrent).Number }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new GrantedLicence(row.Name, row.Number.Display))];
    }

    private static async Task<List<GrantedContact>> Contacts(CustomerCentreDb db, Guid customerId, CancellationToken cancellationToken)
    {
        var rows = await db.Contacts.AsNoTracking().Where(contact => contact.CustomerId == customerId).OrderBy(contact => contact.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(contact => new GrantedContact(contact.Name, contact.Email?.Value, contact.Phone?.ToString()))];
    }
}
