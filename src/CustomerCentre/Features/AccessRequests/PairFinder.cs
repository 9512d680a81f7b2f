using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>What a person's pair leads to and what would prove that they may act for it.</summary>
/// <param name="CustomerId">The customer; nothing when the pair does not hold.</param>
/// <param name="IsMember">The account acts for the customer already.</param>
/// <param name="IsContact">The account's confirmed e-mail is a contact of the customer.</param>
/// <param name="IsDisputed">The customer's people said "that was not us" of the account, and it holds.</param>
/// <param name="HasManager">The customer has a manager.</param>
/// <param name="IsHolder">The licence number belongs to the customer and proves it.</param>
public sealed record PairFinding(Guid? CustomerId, bool IsMember, bool IsContact, bool IsDisputed, bool HasManager, bool IsHolder)
{
    internal static PairFinding Nothing { get; } = new(null, false, false, false, false, false);
}

/// <summary>Looks a pair up. Whatever it finds, the same queries run: what does not hold is found out in memory.</summary>
public sealed class PairFinder(CustomerCentreDb db)
{
    public async Task<PairFinding> Find(AskForAccess.Command typed, Guid accountId, string? normalizedEmail, CancellationToken cancellationToken)
    {
        var disputes = db.StandingDisputes();
        var customer = await Asked(typed).AsNoTracking().Select(c => new
        {
            c.Id,
            c.Details,
            IsMember = c.Members.Any(member => member.AccountId == accountId),
            IsContact = normalizedEmail != null && c.Contacts.Any(contact => contact.NormalizedEmail == normalizedEmail),
            IsDisputed = disputes.Any(disputed => disputed.AccountId == accountId && disputed.CustomerId == c.Id),
            HasManager = c.Members.Any(member => member.Role == MemberRole.Manager),
        }).FirstOrDefaultAsync(cancellationToken);

        var isHolder = await IsHolder(typed, customer?.Id ?? Guid.Empty, cancellationToken);
        return customer is not null && (typed.Licences.Count > 0 || Holds(typed, customer.Details))
            ? new PairFinding(customer.Id, customer.IsMember, customer.IsContact, customer.IsDisputed, customer.HasManager, isHolder)
            : PairFinding.Nothing;
    }

    // Who came by registering a company has no number of it; country and register number stand in for the pair.
    private IQueryable<Customer> Asked(AskForAccess.Command typed)
    {
        if (typed.Licences.Count > 0)
        {
            var country = Country.Parse(typed.CountryCode!);
            var register = RegistrationNumber.Parse(country, typed.RegistrationNumber!);
            return db.Customers.Where(c => c.Details.Country == country && c.Details.RegistrationNumber == register && c.DuplicateOfId == null);
        }

        var number = CustomerNumber.Parse(typed.CustomerNumber!);
        return db.Customers.Where(c => c.Numbers.Any(issued => issued.Number == number));
    }

    private static bool Holds(AskForAccess.Command typed, CustomerDetails details) => details.RegistrationNumber is { } register
        ? RegistrationNumber.TryParse(details.Country, typed.RegistrationNumber) == register
        : details.IsPerson(PostalCode.TryParse(details.Country, typed.PostalCode), typed.FamilyName);

    private async Task<bool> IsHolder(AskForAccess.Command typed, Guid customerId, CancellationToken cancellationToken)
    {
        if (LicenceNumber.TryParse(typed.LicenceNumber) is not { } number)
            return false;
        var licence = await db.Licences.AsNoTracking()
            .SingleOrDefaultAsync(l => l.CustomerId == customerId && l.Numbers.Any(n => n.Number == number && n.IsCurrent), cancellationToken);
        return licence?.IsProvenBy(number, typed.PurchasedOn, typed.TaxDocument) == true;
    }
}
