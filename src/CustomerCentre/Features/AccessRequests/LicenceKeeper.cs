using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>Keeps the licences in a person's hand for their request, so that nobody takes them before the decision.</summary>
public sealed class LicenceKeeper(CustomerCentreDb db, CurrentUser user, TimeProvider time)
{
    /// <summary>Adds to the caller's transaction. Of two requests for one licence the primary key lets the first keep it.</summary>
    public async Task Keep(AskForAccess.Command command, IReadOnlyList<Guid> licenceIds, CancellationToken cancellationToken)
    {
        if (licenceIds.Count == 0)
            return;
        await FreeOwn(licenceIds, cancellationToken);
        foreach (var (licenceId, entry) in licenceIds.Zip(command.Licences))
        {
            // Who registers the licence at this moment has not seen that it is kept; the slower of us looks again.
            db.Touch(await db.Licences.SingleAsync(licence => licence.Id == licenceId, cancellationToken));
            db.ReservedLicences.Add(new ReservedLicence
            {
                LicenceId = licenceId,
                AccessRequestId = command.Id,
                PurchasedOn = entry.Purchase.On,
                TaxDocument = entry.Purchase.TaxDocument,
                TermsVersion = command.TermsVersion!,
                Until = time.GetUtcNow() + AccessRequest.ReservationTime,
            });
        }
    }

    // What was kept for somebody else meanwhile stays theirs.
    private Task<int> FreeOwn(IReadOnlyList<Guid> licenceIds, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.ReservedLicences
            .Where(kept => licenceIds.Contains(kept.LicenceId)
                && (kept.Until <= now || db.AccessRequests.Any(request => request.Id == kept.AccessRequestId && request.AccountId == user.Id)))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
