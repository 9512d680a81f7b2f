using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies;

/// <summary>The company a person works with and a few others to switch to.</summary>
public static class OfferCompanies
{
    public const int Most = 10;

    /// <param name="Number">The company named in the address or remembered, also by an alias; nothing when none is.</param>
    [Allow(Policies.SignedIn)]
    public sealed record Query(string? Number) : IRequest<Result<Answer>>;

    /// <param name="Current">The company asked for, or the only one; nothing when it has to be picked.</param>
    /// <param name="Others">At most <see cref="Most"/>.</param>
    /// <param name="Total">All the companies of the person, the current one included.</param>
    public sealed record Answer(Company? Current, IReadOnlyList<Company> Others, int Total);

    public sealed record Company(string Number, string Name);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var asked = CustomerNumber.TryParse(query.Number);
            var own = db.Customers.AsNoTracking().Where(c => c.Members.Any(m => m.AccountId == user.Id));
            var total = await own.CountAsync(cancellationToken);
            // One more than is offered, since the current one may be among them.
            var companies = await own.OrderByDescending(c => c.Numbers.Any(n => n.Number == asked)).ThenBy(c => c.Details.Name).ThenBy(c => c.Id)
                .Take(Most + 1)
                .Select(c => new
                {
                    Company = new Company(c.Numbers.Single(n => n.IsCurrent).Number.Value, c.Details.Name),
                    IsAsked = c.Numbers.Any(n => n.Number == asked),
                })
                .ToListAsync(cancellationToken);

            var current = companies.FirstOrDefault(company => company.IsAsked || total == 1)?.Company;
            var others = companies.Select(company => company.Company).Where(company => company != current)
                .Take(Most).OrderBy(company => company.Name, StringComparer.CurrentCultureIgnoreCase);
            return new Answer(current, [.. others], total);
        }
    }
}
