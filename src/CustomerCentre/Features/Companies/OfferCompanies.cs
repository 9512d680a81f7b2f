using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies;

/// <summary>The company a person works with and others to switch to.</summary>
public static class OfferCompanies
{
    private const int MostInMenu = 10;

    // As many as a list to choose from can hold; others are reached by their own address.
    private const int MostInForm = 200;

    /// <param name="Number">The company named in the address or remembered, also by an alias; nothing when none is.</param>
    /// <param name="ToRegister">For a form: only companies the person may register products for, and more of them.</param>
    [Allow(Policies.SignedIn)]
    public sealed record Query(string? Number, bool ToRegister = false) : IRequest<Result<Answer>>;

    /// <param name="Current">The company asked for, or the only one; nothing when it has to be picked.</param>
    /// <param name="Others">The first by name.</param>
    /// <param name="Total">All the companies of the person, the current one included.</param>
    public sealed record Answer(Company? Current, IReadOnlyList<Company> Others, int Total);

    public sealed record Company(string Number, string Name);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var asked = CustomerNumber.TryParse(query.Number);
            var most = query.ToRegister ? MostInForm : MostInMenu;
            var own = db.Customers.AsNoTracking().Where(c => c.Members.Any(m => m.AccountId == user.Id && (!query.ToRegister || m.Role != MemberRole.Reader)));
            // One more than is offered, since the current one may be among them.
            var companies = await own.OrderByDescending(c => c.Numbers.Any(n => n.Number == asked)).ThenBy(c => EF.Functions.Collate(c.Details.Name, db.NameOrder)).ThenBy(c => c.Id)
                .Take(most + 1)
                .Select(c => new
                {
                    Company = new Company(c.Numbers.Single(n => n.IsCurrent).Number.Value, c.Details.Name),
                    IsAsked = c.Numbers.Any(n => n.Number == asked),
                })
                .ToListAsync(cancellationToken);
            var total = companies.Count <= most ? companies.Count : await own.CountAsync(cancellationToken);

            var current = companies.FirstOrDefault(company => company.IsAsked || total == 1)?.Company;
            return new Answer(current, [.. companies.Select(company => company.Company).Where(company => company != current).Take(most)], total);
        }
    }
}
