using CustomerCentre.Data;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Registrations;

/// <summary>Whoever opens a customer becomes its manager, so one licence opens one customer and one person only a few.</summary>
public sealed class OpeningGuard(CustomerCentreDb db, Attempts attempts, CurrentUser user)
{
    private static readonly AttemptLimit Openings = new("OpenCustomer", 5, TimeSpan.FromDays(365));

    /// <summary>Why the person may not open a customer with these licences; otherwise the opening is counted, in the caller's transaction.</summary>
    public async Task<FieldError?> Count(IReadOnlyList<Guid> licenceIds, CancellationToken cancellationToken)
    {
        // An opened customer has the id of the command which registered its first licences.
        var spent = await db.Registrations
            .Where(r => r.AccountId == user.Id && r.UndoneAt != null && licenceIds.Contains(r.LicenceId) && db.Customers.Any(c => c.Id == r.IntentId))
            .Select(r => r.LicenceId).ToListAsync(cancellationToken);
        if (spent.Count > 0)
            return new($"Licences[{licenceIds.Index().First(licence => spent.Contains(licence.Item)).Index}].Number", RegistrationsTexts.LicenceOpenedCustomer);
        return await attempts.Take(Openings, $"{user.Id}", cancellationToken) ? null : new("", RegistrationsTexts.TooManyCustomers);
    }
}
