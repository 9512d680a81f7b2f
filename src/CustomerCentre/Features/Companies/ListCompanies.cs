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

    private sealed record Company(Guid Id, CustomerNumber Number, string Name, RegistrationNumber? Register, string? City, MemberRole Role);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            // One person's companies are few enough to be sorted and searched here, by the rules of the person's language.
            var all = await db.Members.AsNoTracking().Where(m => m.AccountId == user.Id)
                .Join(db.Customers, m => m.CustomerId, c => c.Id, (m, c) => new Company(
                    c.Id, c.Numbers.Single(n => n.IsCurrent).Number, c.Details.Name, c.Details.RegistrationNumber, c.Details.City, m.Role))
                .ToListAsync(cancellationToken);
            var found = all.Where(company => Matches(company, query.Search?.Trim())).OrderBy(company => company.Name, StringComparer.CurrentCultureIgnoreCase).ToList();

            var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
            var page = Math.Clamp(query.Page, 1, pages);
            var shown = found.Skip((page - 1) * PageSize).Take(PageSize).ToList();
            var ids = shown.ConvertAll(company => (Guid?)company.Id);
            var counts = await db.Licences.Where(l => ids.Contains(l.CustomerId)).GroupBy(l => l.CustomerId)
                .Select(group => new { Id = group.Key!.Value, Count = group.Count() }).ToDictionaryAsync(group => group.Id, group => group.Count, cancellationToken);
            var rows = shown.ConvertAll(company => new Row(company.Number, company.Name, company.City, company.Role, counts.GetValueOrDefault(company.Id)));
            return new Answer(rows, page, pages, found.Count, all.Count);
        }

        private static bool Matches(Company company, string? search)
        {
            if (string.IsNullOrEmpty(search))
                return true;
            var digits = search.Replace(" ", "", StringComparison.Ordinal);
            return company.Number.Value.StartsWith(digits, StringComparison.Ordinal)
                || company.Register?.Value.StartsWith(digits, StringComparison.Ordinal) == true
                || CultureInfo.InvariantCulture.CompareInfo.IndexOf(company.Name, search, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
        }
    }
}
