using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Registrations;

/// <summary>The customers a person may register products for, by name.</summary>
public static class ListRegistrableCompanies
{
    /// <summary>As many as a list to choose from can hold; others are reached by their own address.</summary>
    public const int Most = 200;

    [Allow(Policies.SignedIn)]
    public sealed record Query : IRequest<Result<IReadOnlyList<Row>>>;

    /// <param name="Number">Customer number valid today, without spaces.</param>
    public sealed record Row(string Number, string Name);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var rows = await db.Members.AsNoTracking().Where(member => member.AccountId == user.Id && member.Role != MemberRole.Reader)
                .Join(db.Customers, member => member.CustomerId, customer => customer.Id, (member, customer) => customer)
                .OrderBy(customer => customer.Details.Name).ThenBy(customer => customer.Id).Take(Most)
                .Select(customer => new { Number = customer.Numbers.Single(number => number.IsCurrent).Number, customer.Details.Name })
                .ToListAsync(cancellationToken);
            return rows.ConvertAll(row => new Row(row.Number.Value, row.Name));
        }
    }
}
