using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Customers;

/// <summary>Mails about an open customer, the newest first: what, to whom (masked), when. What they say is not shown, since it may hold links.</summary>
public static class ListMails
{
    [Allow(Policies.SupportStaff)]
    public sealed record Query(string CustomerNumber, int Page) : IRequest<Result<Slice<Row>>>;

    /// <param name="IsPending">Whether it will be tried again; neither pending nor sent is one that was given up.</param>
    public sealed record Row(Guid Id, string Kind, string Subject, string To, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, bool IsPending);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Slice<Row>>>
    {
        public async Task<Result<Slice<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var open = db.OpenCustomers(user.Id, query.CustomerNumber, time.GetUtcNow());
            var slice = await db.Outbox.AsNoTracking().Where(mail => open.Any(c => c.Id == mail.CustomerId))
                .OrderByDescending(mail => mail.CreatedAt).ThenBy(mail => mail.Id)
                .Select(mail => new { mail.Id, mail.Kind, mail.Subject, mail.To, mail.CreatedAt, mail.SentAt, mail.DueAt }).Slice(query.Page, cancellationToken);
            return slice.Select(mail => new Row(mail.Id, mail.Kind, mail.Subject, mail.To.Masked, mail.CreatedAt, mail.SentAt, mail.DueAt is not null));
        }
    }
}
