using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Registrations;

/// <summary>Finds the licence behind a typed number and says whether the person may register it. What must not be told apart gets the same words.</summary>
public sealed class LicenceJudge(CustomerCentreDb db, Failures failures, AuditTrail audit, CurrentUser user, TimeProvider time)
{
    internal static readonly FailureLimit Limit = new("Licence", PerAccount: 20, PerAddress: 100, PerTarget: 10, TimeSpan.FromDays(1));

    private readonly HashSet<string> guarded = [];

    /// <summary>Counts a wrong number; goes before the transaction in which <see cref="Judge"/> looks at it.</summary>
    /// <returns>Nothing when it may be judged, else what to say.</returns>
    public async Task<FieldError?> Guard(LicenceNumber number, Purchase? purchase, CancellationToken cancellationToken)
    {
        // A form looks at the same number again and again, at each reload: that is one mistake.
        var guess = GuessOf(number, purchase);
        var standing = purchase?.On > time.Today() ? Standing.Open : await failures.Guard(
            Limit, number.Value, guess, async token => (await Find(number, purchase, token)).Refusal != RegistrationRefusal.NotAvailable, cancellationToken);
        if (standing != Standing.Open)
            return new(nameof(LicenceEntry.Number), RegistrationsTexts.TooManyTries);
        guarded.Add(guess);
        return null;
    }

    /// <summary>The licence when it can be registered, else the sentence to say and the field it belongs to. A contest is saved with the caller's transaction.</summary>
    /// <param name="number">As typed.</param>
    /// <param name="purchase">What the person says of the purchase; nothing when not asked yet.</param>
    /// <param name="customerId">For whom it is registered, when known.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="isLook">Somebody only looks and registers nothing yet: no contest is opened.</param>
    public async Task<(Licence? Licence, FieldError? Error)> Judge(
        LicenceNumber number, Purchase? purchase, Guid? customerId, CancellationToken cancellationToken, bool isLook = false)
    {
        if (!guarded.Contains(GuessOf(number, purchase)))
            throw new InvalidOperationException("A licence number is judged only after its guess was counted.");
        if (purchase?.On > time.Today())
            return (null, new(nameof(LicenceEntry.PurchasedOn), RegistrationsTexts.PurchaseInFuture));

        var (licence, refusal) = await Find(number, purchase, cancellationToken);
        if (refusal == RegistrationRefusal.NotAvailable && !isLook
            && licence is { State: LicenceState.Registered } && licence.IsProvenBy(number, purchase?.On, purchase?.TaxDocument))
            await OpenContest(licence.Id, customerId, cancellationToken);
        return refusal is null ? (licence, null) : (null, Say(refusal.Value));
    }

    private static string GuessOf(LicenceNumber number, Purchase? purchase) => $"{number.Value}|{purchase?.On}|{purchase?.TaxDocument}";

    private static FieldError Say(RegistrationRefusal refusal) => refusal switch
    {
        RegistrationRefusal.AlreadyYours => new(nameof(LicenceEntry.Number), RegistrationsTexts.AlreadyYours),
        RegistrationRefusal.PurchaseInFuture => new(nameof(LicenceEntry.PurchasedOn), RegistrationsTexts.PurchaseInFuture),
        RegistrationRefusal.PurchaseBeforeDelivery => new(nameof(LicenceEntry.PurchasedOn), RegistrationsTexts.PurchaseBeforeDelivery),
        _ => new(nameof(LicenceEntry.Number), RegistrationsTexts.CannotBeRegistered),
    };

    private async Task<(Licence? Licence, RegistrationRefusal? Refusal)> Find(LicenceNumber number, Purchase? purchase, CancellationToken cancellationToken)
    {
        var licence = await db.Licences.Include(l => l.Product).Include(l => l.SupportPeriods)
            .SingleOrDefaultAsync(l => l.Numbers.Any(n => n.Number == number && n.IsCurrent), cancellationToken);
        return (licence, licence is null ? RegistrationRefusal.NotAvailable
            : licence.RefusalFor(number, purchase, await IsMine(licence, cancellationToken), await IsKeptForAnother(licence, cancellationToken), time.Today()));
    }

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
        await db.HoldAccount(user.Id, cancellationToken);
        if (await db.Contests.AnyAsync(c => c.LicenceId == licenceId && c.AccountId == user.Id && c.CustomerId == customerId && c.ClosedAt == null, cancellationToken))
            return;
        db.Contests.Add(new LicenceContest(Guid.CreateVersion7(), licenceId, user.Id, customerId, time.GetUtcNow()));
        audit.Add("ContestOpened", customerId, licenceId);
        await db.SaveChangesAsync(cancellationToken);
    }
}
