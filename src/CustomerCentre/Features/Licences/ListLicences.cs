using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Licences;

/// <summary>The licences of one customer, an add-on right after its base, ended ones last. Numbers of licences are not among what is read.</summary>
public static class ListLicences
{
    public const int PageSize = 25;

    [Allow(Policies.SignedIn)]
    public sealed record Query(string CustomerNumber, int Page) : IRequest<Result<Answer>>;

    public sealed record Answer(string CustomerNumber, string CustomerName, IReadOnlyList<Row> Rows, int Page, int Pages, int Total);

    /// <param name="FollowsBase">An add-on whose base is this customer's too, and so stands before it.</param>
    /// <param name="BoughtFrom">Name of the partner; nothing for a direct sale.</param>
    public sealed record Row(
        Guid Id, string Product, LicenceKind Kind, int Stations, bool FollowsBase, string? BoughtFrom, DateTimeOffset? RegisteredAt,
        SupportEntitlement Entitlement, LicenceStanding Standing, string? EndNote);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var number = CustomerNumber.TryParse(query.CustomerNumber);
            var customer = await db.Customers.AsNoTracking()
                .Where(c => c.Members.Any(m => m.AccountId == user.Id) && c.Numbers.Any(n => n.Number == number))
                .Select(c => new { c.Id, c.Details.Name, c.Numbers.Single(n => n.IsCurrent).Number })
                .SingleOrDefaultAsync(cancellationToken);
            if (customer is null)
                return Result<Answer>.NotFound;

            var total = await db.Licences.CountAsync(l => l.CustomerId == customer.Id, cancellationToken);
            var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
            var page = Math.Clamp(query.Page, 1, pages);
            return new Answer(customer.Number.Value, customer.Name, await Rows(customer.Id, (page - 1) * PageSize, cancellationToken), page, pages, total);
        }

        private async Task<List<Row>> Rows(Guid customerId, int skip, CancellationToken cancellationToken)
        {
            var found = await db.Licences.AsNoTracking().AsSplitQuery().Where(l => l.CustomerId == customerId)
                .OrderBy(l => l.State == LicenceState.Ended)
                .ThenBy(l => l.BaseLicence == null ? l.Product.Name : l.BaseLicence.Product.Name)
                .ThenBy(l => l.BaseLicenceId ?? l.Id).ThenBy(l => l.BaseLicenceId != null).ThenBy(l => l.Id)
                .Skip(skip).Take(PageSize)
                .Include(l => l.Product).Include(l => l.SupportPeriods).Include(l => l.BaseLicence!.SupportPeriods)
                .Select(l => new
                {
                    Licence = l,
                    Partner = db.Partners.Where(p => p.Id == l.PartnerId).Select(p => p.Name).FirstOrDefault(),
                    Added = db.Licences.Where(a => a.BaseLicenceId == l.Id && a.CustomerId == customerId && a.Kind == LicenceKind.Cal && a.State == LicenceState.Registered)
                        .Sum(a => a.Quantity),
                })
                .ToListAsync(cancellationToken);

            var today = time.Today();
            return found.ConvertAll(row => new Row(
                row.Licence.Id, row.Licence.Product.Name, row.Licence.Kind, row.Licence.StationsWith(row.Added),
                row.Licence.BaseLicence?.CustomerId == customerId, row.Partner, row.Licence.RegisteredAt, SupportEntitlement.On(row.Licence, today), row.Licence.StandingOn(today), row.Licence.EndNote ?? row.Licence.BaseLicence?.EndNote));
        }
    }
}
