using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Registrations;

/// <summary>Finds the licence behind a typed number and says whether the person may register it. What must not be told apart gets the same words.</summary>
public sealed class LicenceJudge(CustomerCentreDb db, Failures failures, Attempts attempts, AuditTrail audit, CurrentUser user, TimeProvider time)
{
    internal static readonly FailureLimit Limit = new("Licence", PerAccount: 20, PerAddress: 100, PerTarget: 10, TimeSpan.FromDays(1));

    // A form looks at the same number again and again, at each reload and change of a date: one mistake is counted once.
    private static readonly AttemptLimit SameMistake = new("LicenceMistake", 1, TimeSpan.FromDays(1));

    /// <summary>The licence when it can be registered, else the sentence to say and the field it belongs to. Failures and contests are saved with the caller's transaction.</summary>
    /// <param name="number">As typed.</param>
    /// <param name="purchase">What the person says of the purchase; nothing when not asked yet.</param>
    /// <param name="customerId">For whom it is registered, when known.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="isLook">Somebody only looks and registers nothing yet: no contest is opened.</param>
    public async Task<(Licence? Licence, FieldError? Error)> Judge(
        LicenceNumber number, Purchase? purchase, Guid? customerId, CancellationToken cancellationToken, bool isLook = false)
    {
        if (purchase?.On > time.Today())
            return (null, new(nameof(LicenceEntry.PurchasedOn), RegistrationsTexts.PurchaseInFuture));
        if (!await failures.MayTry(Limit, cancellationToken) || !await failures.MayBeTried(Limit, number.Value, cancellationToken))
            return (null, new(nameof(LicenceEntry.Number), RegistrationsTexts.TooManyTries));

        var licence = await db.Licences.Include(l => l.Product).Include(l => l.SupportPeriods)
            .SingleOrDefaultAsync(l => l.Numbers.Any(n => n.Number == number && n.IsCurrent), cancellationToken);
        var refusal = licence is null ? RegistrationRefusal.NotAvailable
            : licence.RefusalFor(number, purchase, await IsMine(licence, cancellationToken), await IsKeptForAnother(licence, cancellationToken), time.Today());
        if (refusal is null)
            return (licence, null);
        if (refusal == RegistrationRefusal.NotAvailable)
        {
            if (!isLook && licence is { State: LicenceState.Registered } && licence.IsProvenBy(number, purchase?.On, purchase?.TaxDocument))
                await OpenContest(licence.Id, customerId, cancellationToken);
            if (await attempts.Take(SameMistake, $"{user.Id}|{number.Value}|{purchase?.On}|{purchase?.TaxDocument}", cancellationToken))
                await failures.Count(Limit, number.Value, cancellationToken);
        }

        return (null, Say(refusal.Value));
    }

    private static FieldError Say(RegistrationRefusal refusal) => refusal switch
    {
        RegistrationRefusal.AlreadyYours => new(nameof(LicenceEntry.Number), RegistrationsTexts.AlreadyYours),
        RegistrationRefusal.PurchaseInFuture => new(nameof(LicenceEntry.PurchasedOn), RegistrationsTexts.PurchaseInFuture),
        RegistrationRefusal.PurchaseBeforeDelivery => new(nameof(LicenceEntry.PurchasedOn), RegistrationsTexts.PurchaseBeforeDelivery),
        _ => new(nameof(LicenceEntry.Number), RegistrationsTexts.CannotBeRegistered),
    };

    private Task<bool> IsMine(Licence licence, CancellationToken cancellationToken) =>
        db.Members.AnyAsync(member => member.AccountId == user.Id && member.CustomerId == licence.CustomerId, cancellationToken);

    private Task<bool> IsKeptForAnother(Licence licence, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.ReservedLicences.AnyAsync(
            kept => kept.LicenceId == licence.Id && kept.Until > now
                && db.AccessRequests.Any(request => request.Id == kept.AccessRequestId && request.AccountId != user.Id),
            cancellationToken);
    }

    private async Task OpenContest(Guid licenceId, Guid? customerId, CancellationToken cancellationToken)
    {
        if (await db.Contests.AnyAsync(c => c.LicenceId == licenceId && c.AccountId == user.Id && c.CustomerId == customerId && c.ClosedAt == null, cancellationToken))
            return;
        db.Contests.Add(new LicenceContest(Guid.CreateVersion7(), licenceId, user.Id, customerId, time.GetUtcNow()));
        audit.Add("ContestOpened", customerId, licenceId);
        await db.SaveChangesAsync(cancellationToken);
    }
}
