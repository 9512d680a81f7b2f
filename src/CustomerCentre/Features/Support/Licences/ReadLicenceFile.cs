using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Licences;

/// <summary>One licence as staff see it, with its entitlement today and on any day. One bound to a customer is read only while the customer is open.</summary>
public static class ReadLicenceFile
{
    /// <param name="On">The day; today when nothing.</param>
    [Allow(Policies.SupportStaff)]
    public sealed record Query(Guid Id, DateOnly? On = null) : IRequest<Result<Answer>>;

    /// <param name="Holder">Whose it is; nothing for stock.</param>
    /// <param name="File">Nothing while the holder is not open to who asks.</param>
    public sealed record Answer(Holder? Holder, LicenceFile? File);

    public sealed record Holder(CustomerNumber Number, string Name);

    /// <param name="Today">The answer for today.</param>
    /// <param name="OnDay">The answer for the day asked for.</param>
    /// <param name="Numbers">The oldest first; all but their last four characters stay in the database.</param>
    public sealed record LicenceFile(
        Guid Id, string Product, LicenceKind Kind, int Stations, LicenceState State, LicenceEnd? EndReason, string? Partner, DateOnly? DeliveredOn, DateOnly? KnownPurchasedOn,
        DateOnly? PurchasedOn, string? TaxDocument, Linked? Base, IReadOnlyList<Linked> AddOns, LicenceEntitlement Today, DateOnly TodayIs, LicenceEntitlement OnDay, DateOnly Day,
        IReadOnlyList<SupportYear> Years, IReadOnlyList<NumberRow> Numbers);

    public sealed record Linked(Guid Id, string Product, LicenceKind Kind, int Stations);

    public sealed record NumberRow(string Ending, DateTimeOffset Since, bool IsCurrent);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var found = await db.Licences.AsNoTracking().AsSplitQuery().Where(l => l.Id == query.Id)
                .Include(l => l.Product).Include(l => l.SupportPeriods).Include(l => l.Numbers)
                .Include(l => l.BaseLicence!.Product).Include(l => l.BaseLicence!.SupportPeriods)
                .Select(l => new
                {
                    Licence = l,
                    Partner = db.Partners.Where(p => p.Id == l.PartnerId).Select(p => p.Name).FirstOrDefault(),
                    Customer = db.Customers.Where(c => c.Id == l.CustomerId).Select(c => new { c.Details.Name, c.Numbers.Single(n => n.IsCurrent).Number }).FirstOrDefault(),
                })
                .SingleOrDefaultAsync(cancellationToken);
            if (found is null)
                return Result<Answer>.NotFound;

            var holder = found.Customer is { } customer ? new Holder(customer.Number, customer.Name) : null;
            var isOpen = holder is null || await db.OpenLookUps(user.Id, time.GetUtcNow()).AnyAsync(lookUp => lookUp.CustomerId == found.Licence.CustomerId, cancellationToken);
            return new Answer(holder, isOpen ? await File(found.Licence, found.Partner, query.On, cancellationToken) : null);
        }

        private async Task<LicenceFile> File(Licence licence, string? partner, DateOnly? on, CancellationToken cancellationToken)
        {
            var addOns = await db.Licences.AsNoTracking().Where(a => a.BaseLicenceId == licence.Id && a.State != LicenceState.Ended && a.CustomerId == licence.CustomerId)
                .OrderBy(a => a.Product.Name).ThenBy(a => a.Id).Select(a => new Linked(a.Id, a.Product.Name, a.Kind, a.Quantity)).ToListAsync(cancellationToken);
            var (today, basis) = (time.Today(), licence.BaseLicence);
            var (now, day) = (LicenceEntitlement.Of(licence, partner, today), on ?? today);
            return new(
                licence.Id, licence.Product.Name, licence.Kind, licence.StationsWith(addOns.Where(a => a.Kind == LicenceKind.Cal).Sum(a => a.Stations)), licence.State,
                licence.EndReason, partner, licence.DeliveredOn, licence.KnownPurchasedOn, licence.PurchasedOn, licence.TaxDocument,
                basis is null ? null : new(basis.Id, basis.Product.Name, basis.Kind, basis.Kind.Stations()), addOns, now, today, LicenceEntitlement.Of(licence, partner, day), day,
                SupportYear.Of((basis ?? licence).SupportPeriods, licence.PurchasedOn, now.EndedOn, today),
                [.. licence.Numbers.OrderBy(n => n.IsCurrent).ThenBy(n => n.Since).Select(n => new NumberRow(n.Number.ToString(), n.Since, n.IsCurrent))]);
        }
    }
}
