using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners;

/// <summary>The licences delivered to one's partner, the latest first. Whole numbers come by <see cref="ShowStockNumbers"/>, who registered never.</summary>
public static class ListStock
{
    public const int PageSize = 25;

    [Allow(Policies.PartnerMember)]
    public sealed record Query(StockShow Show, string? Search, int Page) : IRequest<Result<Answer>>;

    /// <param name="Counts">How many there are of each kind that match what is looked for.</param>
    public sealed record Answer(string Partner, IReadOnlyList<Row> Rows, int Page, int Pages, IReadOnlyDictionary<StockShow, int> Counts);

    /// <param name="RegisteredOn">The day only, and nothing of the customer.</param>
    /// <param name="LinkUntil">Until when a registration link can be used that was sent for it.</param>
    public sealed record Row(
        Guid Id, string Product, LicenceKind Kind, int Quantity, DateOnly? DeliveredOn, string LastFour, LicenceState State, DateOnly? RegisteredOn, DateTimeOffset? LinkUntil);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var partner = await db.PartnerMembers.Where(m => m.AccountId == user.Id)
                .Join(db.Partners, m => m.PartnerId, p => p.Id, (m, p) => p.Name).SingleOrDefaultAsync(cancellationToken);
            if (partner is null)
                return Result<Answer>.NotFound;

            var matching = await db.StockOf(user.Id).Matching(db, query.Search, cancellationToken);
            var states = await matching.GroupBy(l => l.State).Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
            var counts = new Dictionary<StockShow, int>
            {
                [StockShow.All] = states.Values.Sum(),
                [StockShow.Waiting] = states.GetValueOrDefault(LicenceState.Sold),
                [StockShow.Registered] = states.GetValueOrDefault(LicenceState.Registered),
            };
            var pages = Math.Max(1, (counts[query.Show] + PageSize - 1) / PageSize);
            var page = Math.Clamp(query.Page, 1, pages);
            return new Answer(partner, await Rows(matching.Only(query.Show), (page - 1) * PageSize, cancellationToken), page, pages, counts);
        }

        private async Task<List<Row>> Rows(IQueryable<Licence> stock, int skip, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var rows = await stock.AsNoTracking().OrderByDescending(l => l.DeliveredOn).ThenByDescending(l => l.Id).Skip(skip).Take(PageSize)
                .Select(l => new
                {
                    l.Id,
                    l.Product.Name,
                    l.Kind,
                    l.Quantity,
                    l.DeliveredOn,
                    l.Numbers.Single(n => n.IsCurrent).Number,
                    l.State,
                    l.RegisteredAt,
                    LinkUntil = db.RegistrationLinks.Where(link => link.LicenceId == l.Id && link.PartnerId == l.PartnerId && link.UsedAt == null && link.ExpiresAt > now)
                        .Max(link => (DateTimeOffset?)link.ExpiresAt),
                })
                .ToListAsync(cancellationToken);
            return rows.ConvertAll(l => new Row(
                l.Id, l.Name, l.Kind, l.Quantity, l.DeliveredOn, l.Number.LastFour, l.State,
                l.State == LicenceState.Registered && l.RegisteredAt is { } at ? BusinessCalendar.DayOf(at) : null,
                l.State == LicenceState.Sold ? l.LinkUntil : null));
        }
    }
}
