using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies;

/// <summary>The customers a person may act for, by name.</summary>
public static class ListMyCompanies
{
    public const int PageSize = 25;

    [Allow(Policies.SignedIn)]
    public sealed record Query(int Page = 1) : IRequest<Result<Answer>>;

    public sealed record Answer(IReadOnlyList<Row> Rows, int Total);

    /// <param name="Number">Customer number without spaces, for addresses; <c>CustomerNumber.Parse(…).ToString()</c> shows it.</param>
    public sealed record Row(string Number, string Name, CustomerKind Kind, string? City, MemberRole Role, int LicenceCount);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var mine = db.Members.AsNoTracking().Where(member => member.AccountId == user.Id)
                .Join(db.Customers, member => member.CustomerId, customer => customer.Id, (member, customer) => new { member.Role, Customer = customer });
            var rows = await mine.OrderBy(row => row.Customer.Details.Name).ThenBy(row => row.Customer.Id)
                .Skip((Math.Max(query.Page, 1) - 1) * PageSize).Take(PageSize)
                .Select(row => new
                {
                    Number = row.Customer.Numbers.Single(number => number.IsCurrent).Number,
                    row.Customer.Details.Name,
                    row.Customer.Details.Kind,
                    row.Customer.Details.City,
                    row.Role,
                    Licences = db.Licences.Count(licence => licence.CustomerId == row.Customer.Id),
                })
                .ToListAsync(cancellationToken);
            return new Answer([.. rows.Select(row => new Row(row.Number.Value, row.Name, row.Kind, row.City, row.Role, row.Licences))], await mine.CountAsync(cancellationToken));
        }
    }
}
