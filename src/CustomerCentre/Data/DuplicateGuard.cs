using CustomerCentre.Domain.Customers;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data;

/// <summary>One primary customer per country and register number (domain §4); without a register number a warning by the confirmed e-mail.</summary>
public sealed class DuplicateGuard(CustomerCentreDb db, Attempts attempts, CurrentUser user)
{
    // The one leak that is accepted: who holds a valid licence, or completes a customer's details, learns that a company may be known, of five companies at most.
    private static readonly AttemptLimit Companies = new("CompanyMayBeKnown", 5, TimeSpan.FromDays(365));
    private static readonly AttemptLimit SameCompany = Companies with { Kind = "CompanyMayBeKnown/same", Most = 1 };

    /// <summary>The known customer of the same company; of several rows the one the person acts for.</summary>
    public async Task<(Guid CustomerId, MemberRole? MyRole)?> Find(CustomerDetails details, CancellationToken cancellationToken)
    {
        if (details.RegistrationNumber is null)
            return null;
        var rows = await db.Customers.AsNoTracking()
            .Where(c => c.Details.Country == details.Country && c.Details.RegistrationNumber == details.RegistrationNumber)
            .Select(c => new { c.Id, c.DuplicateOfId, Role = c.Members.Where(m => m.AccountId == user.Id).Select(m => (MemberRole?)m.Role).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return rows.OrderBy(row => row.Role is null).ThenBy(row => row.DuplicateOfId is not null).Select(row => ((Guid, MemberRole?)?)(row.Id, row.Role)).FirstOrDefault();
    }

    /// <summary>Whether a customer without a register number has this person among its members or contacts.</summary>
    public async Task<bool> KnowsPerson(CustomerDetails details, string? normalizedEmail, CancellationToken cancellationToken) =>
        details.RegistrationNumber is null && await db.Customers.AnyAsync(
            c => c.Details.RegistrationNumber == null
                && (c.Members.Any(m => m.AccountId == user.Id) || (normalizedEmail != null && c.Contacts.Any(contact => contact.NormalizedEmail == normalizedEmail))),
            cancellationToken);

    /// <summary>
    /// Whether this person may learn whether a company is known, by any answer: once five were told, a further one is answered alike, known or not.
    /// </summary>
    public async Task<bool> MayLearn(CustomerDetails details, CancellationToken cancellationToken) =>
        details.RegistrationNumber is null
        || await attempts.IsOpen(Companies, $"{user.Id}", cancellationToken)
        || !await attempts.IsOpen(SameCompany, SubjectOf(details), cancellationToken);

    /// <summary>Whether this person may be told that this company may be known. Told once, it may be told again.</summary>
    public async Task<bool> MayTell(CustomerDetails details, CancellationToken cancellationToken)
    {
        var same = SubjectOf(details);
        if (!await attempts.Take(SameCompany, same, cancellationToken) || await attempts.Take(Companies, $"{user.Id}", cancellationToken))
            return true;
        await attempts.Forget(SameCompany, same, cancellationToken);
        return false;
    }

    private string SubjectOf(CustomerDetails details) => $"{user.Id} {details.Country} {details.RegistrationNumber}";
}
