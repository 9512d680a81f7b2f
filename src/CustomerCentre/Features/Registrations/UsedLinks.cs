using CustomerCentre.Data;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Registrations;

/// <summary>What happens to partners' links when a licence is registered, by a link or without one.</summary>
internal static class UsedLinks
{
    /// <summary>Uses up the links of these licences, within the caller's transaction.</summary>
    public static async Task UseLinks(this CustomerCentreDb db, IReadOnlyList<Guid> licenceIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var link in await db.RegistrationLinks.Where(link => licenceIds.Contains(link.LicenceId) && link.UsedAt == null).ToListAsync(cancellationToken))
            link.Use(now);
    }
}
