using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Administration;

/// <summary>Everybody with a role of the operator's, or those whose name or e-mail matches.</summary>
public static class ListStaff
{
    public const int PageSize = 25;

    [Allow(Policies.OperatorAdministrator)]
    public sealed record Query(string? Search, int Page) : IRequest<Result<Answer>>;

    /// <param name="Total">Everybody with a role.</param>
    /// <param name="Found">Those who match.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Page, int Pages, int Found, int Total);

    public sealed record Row(Guid Id, string? Name, string Email, IReadOnlyList<StaffRole> Roles);

    private sealed record Person(Guid Id, string? Name, string Email);

    public sealed class Handler(CustomerCentreDb db, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            // The operator's people are few, and what is the same letter with and without its accent, the two databases see differently.
            var all = await db.Users.Where(account => db.StaffMembers.Any(staff => staff.AccountId == account.Id))
                .OrderBy(account => EF.Functions.Collate(account.Name ?? account.Email!, db.NameOrder)).ThenBy(account => account.Id)
                .Select(account => new Person(account.Id, account.Name, account.Email!)).ToListAsync(cancellationToken);
            var search = query.Search?.Trim() ?? "";
            var found = all.FindAll(person => Holds(person.Name, search) || Holds(person.Email, search));
            var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
            var page = Math.Clamp(query.Page, 1, pages);
            List<Person> shown = [.. found.Skip((page - 1) * PageSize).Take(PageSize)];

            var (ids, now) = (shown.ConvertAll(person => person.Id), time.GetUtcNow());
            var roles = (await db.StaffMembers.AsNoTracking().Where(staff => ids.Contains(staff.AccountId)).ToListAsync(cancellationToken)).ToLookup(staff => staff.AccountId);
            return new Answer(
                [.. shown.Select(person => new Row(person.Id, person.Name, person.Email, [.. roles[person.Id].OrderBy(staff => staff.Role).Select(staff => StaffRole.Of(staff, now))]))],
                page, pages, found.Count, all.Count);
        }

        private static bool Holds(string? text, string search) =>
            text is not null && CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, search, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
    }
}
