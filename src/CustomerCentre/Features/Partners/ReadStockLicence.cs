using CustomerCentre.Data;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners;

/// <summary>One licence of the stock of one's partner, by which the person sees what a link will be for.</summary>
public static class ReadStockLicence
{
    [Allow(Policies.PartnerMember)]
    public sealed record Query(Guid Id) : IRequest<Result<Answer>>;

    /// <param name="LinkUntil">Until when the link can be used that was made last.</param>
    public sealed record Answer(string Product, LicenceKind Kind, int Quantity, string LastFour, LicenceState State, DateTimeOffset? LinkUntil);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var found = await db.StockOf(user.Id).AsNoTracking().Where(l => l.Id == query.Id)
                .Select(l => new
                {
                    l.Product.Name,
                    l.Kind,
                    l.Quantity,
                    l.Numbers.Single(n => n.IsCurrent).Number,
                    l.State,
                    LinkUntil = db.RegistrationLinks.Where(link => link.LicenceId == l.Id && link.PartnerId == l.PartnerId && link.UsedAt == null && link.ExpiresAt > now)
                        .Max(link => (DateTimeOffset?)link.ExpiresAt),
                })
                .SingleOrDefaultAsync(cancellationToken);
            return found is null ? Result<Answer>.NotFound : new Answer(found.Name, found.Kind, found.Quantity, found.Number.LastFour, found.State, found.LinkUntil);
        }
    }
}
