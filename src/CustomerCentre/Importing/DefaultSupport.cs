using CustomerCentre.Data;
using CustomerCentre.Domain.Licences;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Importing;

/// <summary>Gives registered licences for which the files of a run brought no support what their purchase opens.</summary>
internal static class DefaultSupport
{
    /// <summary>Takes the next licences after <paramref name="last"/>; the answer is the last one looked at, nothing at the end.</summary>
    public static async Task<Guid?> GiveToNext(CustomerCentreDb db, SupportRule rule, Guid last, int most, CancellationToken cancellationToken)
    {
        var licences = await Without(db, last).Take(most).ToListAsync(cancellationToken);
        foreach (var licence in licences)
            licence.AddSupport(rule.PeriodsFor(licence.Id, licence.PurchasedOn!.Value));
        await db.SaveChangesAsync(cancellationToken);
        return licences.LastOrDefault()?.Id;
    }

    /// <summary>Whether there is any after <paramref name="last"/>: a question that looks at every licence, so it is asked before others are kept from writing.</summary>
    public static Task<bool> IsNeeded(CustomerCentreDb db, Guid last, CancellationToken cancellationToken) => Without(db, last).AnyAsync(cancellationToken);

    private static IQueryable<Licence> Without(CustomerCentreDb db, Guid last) =>
        db.Licences
            .Where(licence => licence.Id > last && licence.State == LicenceState.Registered && licence.PurchasedOn != null
                && licence.Kind != LicenceKind.Mlp && licence.Kind != LicenceKind.Cal && !licence.SupportPeriods.Any())
            .OrderBy(licence => licence.Id);
}
