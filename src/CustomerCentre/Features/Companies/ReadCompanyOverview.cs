using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies;

/// <summary>A company at a glance: its number, its licences with their support, its people.</summary>
public static class ReadCompanyOverview
{
    /// <summary>Licences read at a time.</summary>
    public const int PartSize = 500;

    private const int MostShown = 5;

    [Allow(Policies.SignedIn)]
    public sealed record Query(string Number) : IRequest<Result<Answer>>;

    /// <param name="Counts">How many licences stand how.</param>
    /// <param name="Attention">Up to five licences whose support ends soon or has ended, the most urgent first.</param>
    public sealed record Answer(
        CustomerNumber Number, CustomerDetails Details, int People, bool HasManager, IReadOnlyDictionary<LicenceStanding, int> Counts, IReadOnlyList<Urgent> Attention);

    public sealed record Urgent(Guid Id, string Product, LicenceKind Kind, LicenceStanding Standing, DateOnly? Until);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var number = CustomerNumber.TryParse(query.Number);
            var customer = await db.Customers.AsNoTracking()
                .Where(c => c.Members.Any(m => m.AccountId == user.Id) && c.Numbers.Any(n => n.Number == number))
                .Select(c => new
                {
                    c.Id,
                    c.Details,
                    c.Numbers.Single(n => n.IsCurrent).Number,
                    People = c.Members.Count,
                    HasManager = c.Members.Any(m => m.Role == MemberRole.Manager),
                })
                .SingleOrDefaultAsync(cancellationToken);
            if (customer is null)
                return Result<Answer>.NotFound;

            var (counts, attention) = await Licences(customer.Id, time.Today(), cancellationToken);
            return new Answer(customer.Number, customer.Details, customer.People, customer.HasManager, counts, attention);
        }

        // One engine alone says how a licence stands, and it reckons here: a copy of it in SQL would one day say otherwise. Read a part at a time, so that
        // many licences cost no memory.
        private async Task<(Dictionary<LicenceStanding, int> Counts, List<Urgent> Attention)> Licences(Guid customerId, DateOnly today, CancellationToken cancellationToken)
        {
            var (counts, attention, last) = (new Dictionary<LicenceStanding, int>(), new List<Urgent>(), Guid.Empty);
            List<Licence> part;
            do
            {
                part = await db.Licences.AsNoTracking().AsSplitQuery().Where(l => l.CustomerId == customerId && l.Id > last).OrderBy(l => l.Id).Take(PartSize)
                    .Include(l => l.Product).Include(l => l.SupportPeriods).Include(l => l.BaseLicence!.SupportPeriods).ToListAsync(cancellationToken);
                var rows = part.ConvertAll(licence => new Urgent(
                    licence.Id, licence.Product.Name, licence.Kind, licence.StandingOn(today), SupportEntitlement.On(licence, today).Until));
                foreach (var (standing, count) in rows.CountBy(row => row.Standing))
                    counts[standing] = counts.GetValueOrDefault(standing) + count;
                attention = MostUrgent(attention.Concat(rows));
                last = part.Count > 0 ? part[^1].Id : last;
            }
            while (part.Count == PartSize);
            return (counts, attention);
        }

        // An add-on follows its base, which is in the list already.
        private static List<Urgent> MostUrgent(IEnumerable<Urgent> licences) =>
        [
            .. licences.Where(licence => !licence.Kind.IsAddOn() && licence.Standing is LicenceStanding.EndsSoon or LicenceStanding.Expired)
                .OrderBy(licence => licence.Standing).ThenBy(licence => licence.Standing == LicenceStanding.EndsSoon ? licence.Until : null)
                .ThenByDescending(licence => licence.Until).Take(MostShown),
        ];
    }
}
