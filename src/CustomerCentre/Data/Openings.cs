using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Support;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data;

/// <summary>What staff may see, as a part of queries: a customer is open to who looked it up within <see cref="LookUp.Lasts"/>, and never to its own people.</summary>
public static class Openings
{
    /// <summary>The customer with this number, current or alias: one row, or none.</summary>
    public static IQueryable<Customer> CustomersNumbered(this CustomerCentreDb db, string? typedNumber)
    {
        var number = CustomerNumber.TryParse(typedNumber);
        return number is null ? db.Customers.Where(customer => false) : db.Customers.Where(customer => customer.Numbers.Any(issued => issued.Number == number));
    }

    /// <summary>The look-ups by which customers are open to a person now; several for one customer when the caller was proven later.</summary>
    public static IQueryable<LookUp> OpenLookUps(this CustomerCentreDb db, Guid accountId, DateTimeOffset now)
    {
        var since = now - LookUp.Lasts;
        return db.LookUps.Where(lookUp => lookUp.AccountId == accountId && lookUp.At > since
            && !db.Members.Any(member => member.CustomerId == lookUp.CustomerId && member.AccountId == accountId));
    }

    /// <summary>The customer with this number if it is open to the person: one row, or none.</summary>
    public static IQueryable<Customer> OpenCustomers(this CustomerCentreDb db, Guid accountId, string? typedNumber, DateTimeOffset now) =>
        db.CustomersNumbered(typedNumber).Where(customer => db.OpenLookUps(accountId, now).Any(lookUp => lookUp.CustomerId == customer.Id));

    /// <summary>The look-ups by which the customer with this number is open to a person now.</summary>
    public static IQueryable<LookUp> OpenLookUps(this CustomerCentreDb db, Guid accountId, string? typedNumber, DateTimeOffset now) =>
        db.OpenLookUps(accountId, now).Where(lookUp => db.CustomersNumbered(typedNumber).Any(customer => customer.Id == lookUp.CustomerId));

    /// <summary>The people of a customer that is open to a person, without that person.</summary>
    public static IQueryable<Member> MembersInReach(this CustomerCentreDb db, Guid accountId, string? typedNumber, DateTimeOffset now)
    {
        var open = db.OpenLookUps(accountId, typedNumber, now);
        return db.Members.Where(member => member.AccountId != accountId && open.Any(lookUp => lookUp.CustomerId == member.CustomerId));
    }

    /// <summary>Whether a person is a member of a customer or, by the e-mail, its contact.</summary>
    public static Task<bool> IsOwn(this CustomerCentreDb db, Guid accountId, Guid customerId, CancellationToken cancellationToken) =>
        db.Users.AnyAsync(account => account.Id == accountId
            && (db.Members.Any(member => member.CustomerId == customerId && member.AccountId == accountId)
                || db.Contacts.Any(contact => contact.CustomerId == customerId && contact.NormalizedEmail == account.NormalizedEmail)), cancellationToken);
}
