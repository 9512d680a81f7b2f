using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Customers;

/// <summary>Contacts on file of an open customer, with masked e-mails and phones.</summary>
public static class ListContacts
{
    [Allow(Policies.SupportStaff)]
    public sealed record Query(string CustomerNumber, int Page) : IRequest<Result<Slice<Row>>>;

    /// <param name="HasAccount">Whether somebody signs in with the e-mail.</param>
    public sealed record Row(Guid Id, string? Name, string? Email, string? Phone, bool HasAccount);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Slice<Row>>>
    {
        public async Task<Result<Slice<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var open = db.OpenCustomers(user.Id, query.CustomerNumber, time.GetUtcNow());
            var slice = await db.Contacts.AsNoTracking().Where(contact => open.Any(c => c.Id == contact.CustomerId)).OrderBy(contact => contact.Id)
                .Select(contact => new { Contact = contact, HasAccount = db.Users.Any(account => account.NormalizedEmail == contact.NormalizedEmail) })
                .Slice(query.Page, cancellationToken);
            return slice.Select(row => new Row(row.Contact.Id, row.Contact.Name, row.Contact.Email?.Masked, row.Contact.Phone?.Masked, row.HasAccount));
        }
    }
}
