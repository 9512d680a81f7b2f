using CustomerCentre.Data;
using CustomerCentre.Domain.Licences;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Api;

/// <summary>Reads the licences delivered to a partner. Once registered a licence shows only the end of its number, and never its customer.</summary>
internal sealed class StockReader(CustomerCentreDb db)
{
    public async Task<IReadOnlyList<StockItem>> Read(Guid partnerId, Guid after, int most, CancellationToken cancellationToken)
    {
        var rows = await db.Licences.AsNoTracking()
            .Where(licence => licence.PartnerId == partnerId && licence.State != LicenceState.Ended && licence.Id > after)
            .OrderBy(licence => licence.Id).Take(most)
            .Select(licence => new
            {
                licence.Id,
                licence.Product.Code,
                licence.Product.Name,
                licence.Kind,
                licence.DeliveredOn,
                licence.State,
                licence.RegisteredAt,
                licence.Numbers.Single(number => number.IsCurrent).Number,
            }).ToListAsync(cancellationToken);
        return [.. rows.Select(row =>
        {
            var isRegistered = row.State == LicenceState.Registered;
            return new StockItem(
                row.Id, row.Code, row.Name, row.Kind, row.DeliveredOn, isRegistered, isRegistered ? row.RegisteredAt : null,
                isRegistered ? null : row.Number.Display, row.Number.LastFour);
        })];
    }
}
