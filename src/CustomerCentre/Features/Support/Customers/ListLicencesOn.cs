using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Customers;

/// <summary>The licences of an open customer with their entitlement on a day, an add-on right after its base, ended ones last. Without numbers.</summary>
public static class ListLicencesOn
{
    /// <param name="On">The day; today when nothing.</param>
    [Allow(Policies.SupportStaff)]
    public sealed record Query(string CustomerNumber, DateOnly? On, int Page) : IRequest<Result<Answer>>;

    public sealed record Answer(DateOnly Day, Slice<Row> Licences);

    /// <param name="FollowsBase">An add-on whose base is this customer's too, and so stands before it.</param>
    /// <param name="BaseProduct">Product of the base licence, on which the entitlement of an add-on rests.</param>
    public sealed record Row(Guid Id, LicenceKind Kind, int Stations, bool FollowsBase, LicenceEntitlement Entitlement, string? BaseProduct);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var open = db.OpenCustomers(user.Id, query.CustomerNumber, time.GetUtcNow());
            var slice = await db.Licences.AsNoTracking().AsSplitQuery().Where(l => open.Any(c => c.Id == l.CustomerId))
                .OrderBy(l => l.State == LicenceState.Ended)
                .ThenBy(l => l.BaseLicence == null ? l.Product.Name : l.BaseLicence.Product.Name)
                .ThenBy(l => l.BaseLicenceId ?? l.Id).ThenBy(l => l.BaseLicenceId != null).ThenBy(l => l.Id)
                .Include(l => l.Product).Include(l => l.SupportPeriods).Include(l => l.BaseLicence!.SupportPeriods).Include(l => l.BaseLicence!.Product)
                .Select(l => new
                {
                    Licence = l,
                    Seller = db.Partners.Where(p => p.Id == l.PartnerId).Select(p => p.Name).FirstOrDefault(),
                    Added = db.Licences.Where(a => a.BaseLicenceId == l.Id && a.CustomerId == l.CustomerId && a.Kind == LicenceKind.Cal && a.State == LicenceState.Registered)
                        .Sum(a => a.Quantity),
                })
                .Slice(query.Page, cancellationToken);

            var day = query.On ?? time.Today();
            return new Answer(day, slice.Select(row => new Row(
                row.Licence.Id, row.Licence.Kind, row.Licence.StationsWith(row.Added),
                row.Licence.BaseLicence is { } basis && basis.CustomerId == row.Licence.CustomerId,
                LicenceEntitlement.Of(row.Licence, row.Seller, day), row.Licence.BaseLicence?.Product.Name)));
        }
    }
}
