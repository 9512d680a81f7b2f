using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Customers;

/// <summary>Accounts that may act for an open customer, managers first, with masked e-mails.</summary>
public static class ListPeople
{
    [Allow(Policies.SupportStaff)]
    public sealed record Query(string CustomerNumber, int Page) : IRequest<Result<Slice<Row>>>;

    public sealed record Row(Guid AccountId, string? Name, string Email, MemberRole Role, DateTimeOffset Since);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Slice<Row>>>
    {
        public async Task<Result<Slice<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var open = db.OpenCustomers(user.Id, query.CustomerNumber, time.GetUtcNow());
            var people = from member in db.Members.AsNoTracking()
                         join account in db.Users on member.AccountId equals account.Id
                         where open.Any(c => c.Id == member.CustomerId)
                         orderby member.Role, member.Since, member.Id
                         select new { member.AccountId, account.Name, account.Email, member.Role, member.Since };
            var slice = await people.Slice(query.Page, cancellationToken);
            return slice.Select(row => new Row(row.AccountId, row.Name, EmailAddress.Parse(row.Email!).Masked, row.Role, row.Since));
        }
    }
}
