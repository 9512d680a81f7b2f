using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies;

/// <summary>All the companies a person acts for, or those that match what is looked for.</summary>
public static class ListCompanies
{
    public const int PageSize = 25;

    [Allow(Policies.SignedIn)]
    public sealed record Query(string? Search, int Page) : IRequest<Result<Answer>>;

    /// <param name="Total">All the companies of the person.</param>
    /// <param name="Found">Those that match.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Page, int Pages, int Found, int Total);

    public sealed record Row(CustomerNumber Number, string Name, string? City, MemberRole Role, int Licences);

    private sealed record Names(Guid Id, CustomerNumber Number, string Name, RegistrationNumber? Register);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var own = db.Customers.AsNoTracking().Where(c => c.Members.Any(m => m.AccountId == user.Id));
            var (total, shown) = (await own.CountAsync(cancellationToken), own);
            var found = total;
            if (!string.IsNullOrWhiteSpace(query.Search))
            {
                var ids = await Find(own, query.Search.Trim(), cancellationToken);
                (shown, found) = (own.Where(c => ids.Contains(c.Id)), ids.Count);
            }

            var pages = Math.Max(1, (found + PageSize - 1) / PageSize);
            var page = Math.Clamp(query.Page, 1, pages);
            var rows = await shown.OrderBy(c => EF.Functions.Collate(c.Details.Name, db.NameOrder)).ThenBy(c => c.Id)
                .Skip((page - 1) * PageSize).Take(PageSize)
                .Select(c => new Row(
                    c.Numbers.Single(n => n.IsCurrent).Number, c.Details.Name, c.Details.City, c.Members.Single(m => m.AccountId == user.Id).Role,
                    db.Licences.Count(l => l.CustomerId == c.Id)))
                .ToListAsync(cancellationToken);
            return new Answer(rows, page, pages, found, total);
        }

        // What is the same letter with and without its accent, the two databases see differently; so only the names are read and compared here.
        private static async Task<List<Guid>> Find(IQueryable<Customer> own, string search, CancellationToken cancellationToken)
        {
            var digits = search.Replace(" ", "", StringComparison.Ordinal);
            var names = await own.Select(c => new Names(c.Id, c.Numbers.Single(n => n.IsCurrent).Number, c.Details.Name, c.Details.RegistrationNumber)).ToListAsync(cancellationToken);
            return names.Where(company => company.Number.Value.StartsWith(digits, StringComparison.Ordinal)
                    || company.Register?.Value.StartsWith(digits, StringComparison.Ordinal) == true
                    || CultureInfo.InvariantCulture.CompareInfo.IndexOf(company.Name, search, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0)
                .Select(company => company.Id).ToList();
        }
    }
}
