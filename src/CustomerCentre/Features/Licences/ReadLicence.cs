using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Licences;

/// <summary>Everything a member may see of one licence, except its numbers: those come by <see cref="RevealLicenceNumbers"/>.</summary>
public static class ReadLicence
{
    [Allow(Policies.SignedIn)]
    public sealed record Query(Guid Id) : IRequest<Result<Answer>>;

    /// <param name="Base">The base licence of an add-on, when it is this customer's too.</param>
    /// <param name="PartnerName">Where it was bought; nothing for a direct sale.</param>
    /// <param name="NumbersSince">Since when each of its numbers is valid, the oldest first; one for a licence whose number was never replaced.</param>
    /// <param name="MayReveal">Whether this member may ask for the numbers; a reader may not.</param>
    public sealed record Answer(
        Guid Id, string CustomerNumber, string CustomerName, string Country, string Product, LicenceKind Kind, int Stations, IReadOnlyList<Linked> AddOns, Linked? Base,
        string? PartnerName, DateOnly? PurchasedOn, string? TaxDocument, DateTimeOffset? RegisteredAt, LicenceEntitlement Entitlement, DateOnly Today, IReadOnlyList<SupportYear> Years, IReadOnlyList<DateTimeOffset> NumbersSince, bool MayReveal);

    public sealed record Linked(Guid Id, string Product, LicenceKind Kind, int Stations);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var found = await (
                from l in db.Licences.AsNoTracking().AsSplitQuery()
                    .Include(l => l.Product).Include(l => l.SupportPeriods).Include(l => l.BaseLicence!.Product).Include(l => l.BaseLicence!.SupportPeriods)
                join c in db.Customers on l.CustomerId equals c.Id
                where l.Id == query.Id && c.Members.Any(m => m.AccountId == user.Id)
                select new
                {
                    Licence = l,
                    c.Details.Name,
                    c.Details.Country,
                    IsReader = c.Members.Any(m => m.AccountId == user.Id && m.Role == MemberRole.Reader),
                    Number = c.Numbers.Single(n => n.IsCurrent).Number,
                    Partner = db.Partners.Where(p => p.Id == l.PartnerId).Select(p => p.Name).FirstOrDefault(),
                    Since = l.Numbers.OrderBy(n => n.IsCurrent).ThenBy(n => n.Since).Select(n => n.Since).ToList(),
                }).SingleOrDefaultAsync(cancellationToken);
            if (found is null)
                return Result<Answer>.NotFound;

            var (licence, today) = (found.Licence, time.Today());
            var addOns = await AddOns(licence, cancellationToken);
            var entitlement = LicenceEntitlement.Of(licence, found.Partner, today);
            return new Answer(
                licence.Id, found.Number.Value, found.Name, found.Country.Value, licence.Product.Name, licence.Kind,
                licence.StationsWith(addOns.Where(a => a.Kind == LicenceKind.Cal).Sum(a => a.Stations)), addOns, Own(licence.BaseLicence, licence.CustomerId),
                found.Partner, licence.PurchasedOn, licence.TaxDocument, licence.RegisteredAt,
                entitlement, today,
                SupportYear.Of((licence.BaseLicence ?? licence).SupportPeriods, licence.PurchasedOn, entitlement.EndedOn, today), found.Since, !found.IsReader);
        }

        private Task<List<Linked>> AddOns(Licence licence, CancellationToken cancellationToken) =>
            db.Licences.AsNoTracking()
                .Where(a => a.BaseLicenceId == licence.Id && a.CustomerId == licence.CustomerId && a.State == LicenceState.Registered)
                .OrderBy(a => a.Product.Name).ThenBy(a => a.Id)
                .Select(a => new Linked(a.Id, a.Product.Name, a.Kind, a.Quantity))
                .ToListAsync(cancellationToken);

        private static Linked? Own(Licence? licence, Guid? customerId) =>
            licence is not null && licence.CustomerId == customerId ? new(licence.Id, licence.Product.Name, licence.Kind, licence.Kind.Stations()) : null;
    }
}
