using CustomerCentre.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Cookies;

/// <summary>The choices made one after another under one reference.</summary>
internal static class ConsentProofs
{
    /// <summary>The newest first; that one holds.</summary>
    public static IQueryable<Consent> NewestOf(this DbSet<Consent> consents, Guid reference) =>
        consents.AsNoTracking().Where(consent => consent.Reference == reference).OrderByDescending(consent => consent.At);

    /// <summary>The moment of a further choice: later than all before it, whatever the clock does, so that it is the one that holds.</summary>
    public static async Task<DateTimeOffset> NextMoment(this DbSet<Consent> consents, Guid reference, DateTimeOffset now, CancellationToken token)
    {
        var last = await consents.NewestOf(reference).Select(consent => consent.At).FirstOrDefaultAsync(token);
        return now > last ? now : last.AddTicks(1);
    }
}
