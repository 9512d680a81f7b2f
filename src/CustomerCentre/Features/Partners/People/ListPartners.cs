using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners.People;

/// <summary>Every partner of the operator's, or those whose name, code or register number matches.</summary>
public static class ListPartners
{
    public const int PageSize = 25;

    [Allow(Policies.OperatorAdministrator)]
    public sealed record Query(string? Search, int Page) : IRequest<Result<Answer>>;

    public sealed record Answer(IReadOnlyList<Row> Rows, int Page, int Pages, int Found);

    public sealed record Row(Guid Id, string Code, string Name, string? RegistrationNumber, int People);

    private sealed record Names(Guid Id, string Code, string Name, string? Register);

    public sealed class Handler(CustomerCentreDb db) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            // Partners are hundreds, and what is the same letter with and without its accent, the two databases see differently.
            var all = await db.Partners.AsNoTracking().OrderBy(p => EF.Functions.Collate(p.Name, db.NameOrder)).ThenBy(p => p.Code)
                .Select(p => new Names(p.Id, p.Code, p.Name, p.RegistrationNumber == null ? null : p.RegistrationNumber.Value)).ToListAsync(cancellationToken);
            var search = query.Search?.Trim() ?? "";
            var found = all.FindAll(partner => Holds(partner.Name, search) || Holds(partner.Code, search) || partner.Register?.StartsWith(search, StringComparison.Ordinal) == true);
            var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
            var page = Math.Clamp(query.Page, 1, pages);
            List<Names> shown = [.. found.Skip((page - 1) * PageSize).Take(PageSize)];

            var ids = shown.ConvertAll(partner => partner.Id);
            var people = await db.PartnerMembers.Where(member => ids.Contains(member.PartnerId)).GroupBy(member => member.PartnerId)
                .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
            return new Answer(
                [.. shown.Select(partner => new Row(partner.Id, partner.Code, partner.Name, partner.Register, people.GetValueOrDefault(partner.Id)))], page, pages, found.Count);
        }

        private static bool Holds(string text, string search) =>
            CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, search, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
    }
}
