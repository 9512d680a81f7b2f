using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Importing;

/// <summary>Finds what the keys of a batch lead to, in one query for all of them: they go as one parameter, since a thousand of them take longer to bind than to find.</summary>
internal static class Lookups
{
    public static Task<Dictionary<string, Guid>> ProductsByCode(this CustomerCentreDb db, IEnumerable<string> codes, CancellationToken cancellationToken)
    {
        var wanted = codes.Distinct().ToList();
        return db.Products.Where(product => EF.Parameter(wanted).Contains(product.Code)).ToDictionaryAsync(product => product.Code, product => product.Id, cancellationToken);
    }

    public static Task<Dictionary<string, Guid>> PartnersByCode(this CustomerCentreDb db, IEnumerable<string?> codes, CancellationToken cancellationToken)
    {
        var wanted = codes.OfType<string>().Distinct().ToList();
        return db.Partners.Where(partner => EF.Parameter(wanted).Contains(partner.Code)).ToDictionaryAsync(partner => partner.Code, partner => partner.Id, cancellationToken);
    }

    /// <summary>Ids of the customers that numbers lead to today, aliases too.</summary>
    public static Task<Dictionary<CustomerNumber, Guid>> CustomerIdsByNumber(
        this CustomerCentreDb db, IEnumerable<CustomerNumber?> numbers, CancellationToken cancellationToken)
    {
        var wanted = numbers.OfType<CustomerNumber>().Distinct().ToList();
        return db.IssuedNumbers.Where(number => EF.Parameter(wanted).Contains(number.Number)).AsNoTracking()
            .ToDictionaryAsync(number => number.Number, number => number.CustomerId, cancellationToken);
    }

    /// <summary>Customers by their numbers, tracked, with those numbers.</summary>
    public static async Task<Dictionary<CustomerNumber, Customer>> CustomersByNumber(
        this CustomerCentreDb db, IEnumerable<CustomerNumber> numbers, Func<IQueryable<Customer>, IQueryable<Customer>> with, CancellationToken cancellationToken)
    {
        var ids = await db.CustomerIdsByNumber(numbers, cancellationToken);
        var wanted = ids.Values.Distinct().ToList();
        var customers = await with(db.Customers.Include(customer => customer.Numbers).AsSplitQuery()).Where(customer => EF.Parameter(wanted).Contains(customer.Id))
            .ToDictionaryAsync(customer => customer.Id, cancellationToken);
        return ids.ToDictionary(number => number.Key, number => customers[number.Value]);
    }

    /// <summary>Licences by any number they ever had, tracked, with all their numbers and support.</summary>
    public static async Task<Dictionary<LicenceNumber, Licence>> LicencesByNumber(
        this CustomerCentreDb db, IEnumerable<LicenceNumber?> numbers, CancellationToken cancellationToken)
    {
        var wanted = numbers.OfType<LicenceNumber>().Distinct().ToList();
        var ids = await db.LicenceNumbers.Where(number => EF.Parameter(wanted).Contains(number.Number)).AsNoTracking()
            .ToDictionaryAsync(number => number.Number, number => number.LicenceId, cancellationToken);
        if (ids.Count == 0)
            return [];
        var licenceIds = ids.Values.Distinct().ToList();
        // Three plain queries by index, joined in memory: an Include would ask the database to sort what nobody needs sorted.
        var licences = await db.Licences.Where(licence => EF.Parameter(licenceIds).Contains(licence.Id)).ToDictionaryAsync(licence => licence.Id, cancellationToken);
        await db.LicenceNumbers.Where(number => EF.Parameter(licenceIds).Contains(number.LicenceId)).LoadAsync(cancellationToken);
        await db.SupportPeriods.Where(period => EF.Parameter(licenceIds).Contains(period.LicenceId)).LoadAsync(cancellationToken);
        return ids.ToDictionary(number => number.Key, number => licences[number.Value]);
    }
}
