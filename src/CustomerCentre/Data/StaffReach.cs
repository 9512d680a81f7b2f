using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Support;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data;

/// <summary>What support staff reach, as a part of queries: any customer by its number, but inside only one they have opened with a reason, and never their own.</summary>
public static class StaffReach
{
    /// <summary>The customer with this number, current or alias: one row, or none.</summary>
    public static IQueryable<Customer> CustomersBy(this CustomerCentreDb db, string? typedNumber)
    {
        var number = CustomerNumber.TryParse(typedNumber);
        return number is null
            ? db.Customers.Where(customer => false)
            : db.Customers.Where(customer => db.IssuedNumbers.Any(issued => issued.Number == number && issued.CustomerId == customer.Id));
    }

    /// <summary>Whether an agent acts for the customer too: then somebody else of the staff must open it.</summary>
    public static Task<bool> IsOwnCompany(this CustomerCentreDb db, Guid agentId, Guid customerId, CancellationToken cancellationToken) =>
        db.Members.AnyAsync(member => member.CustomerId == customerId && member.AccountId == agentId, cancellationToken);

    /// <summary>An agent's openings of the customer with this number that still last.</summary>
    public static IQueryable<LookUp> OpenLookUps(this CustomerCentreDb db, Guid agentId, string? typedNumber, DateTimeOffset now)
    {
        var since = now - LookUp.Lasts;
        var customers = db.CustomersBy(typedNumber);
        return db.LookUps.Where(lookUp => lookUp.AccountId == agentId && lookUp.At > since && customers.Any(customer => customer.Id == lookUp.CustomerId));
    }

    /// <summary>The people of a customer whom an agent has opened.</summary>
    public static IQueryable<Member> MembersInReach(this CustomerCentreDb db, Guid agentId, string? typedNumber, DateTimeOffset now)
    {
        var open = db.OpenLookUps(agentId, typedNumber, now);
        return db.Members.Where(member => member.AccountId != agentId && open.Any(lookUp => lookUp.CustomerId == member.CustomerId));
    }
}
