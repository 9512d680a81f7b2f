using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Customers;

/// <summary>Notes of staff about an open customer, the newest first.</summary>
public static class ListNotes
{
    [Allow(Policies.SupportStaff)]
    public sealed record Query(string CustomerNumber, int Page) : IRequest<Result<Slice<Row>>>;

    public sealed record Row(Guid Id, string? Who, string Text, DateTimeOffset At);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Slice<Row>>>
    {
        public async Task<Result<Slice<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var open = db.OpenCustomers(user.Id, query.CustomerNumber, time.GetUtcNow());
            var notes = from note in db.CustomerNotes.AsNoTracking()
                        join account in db.Users on note.AccountId equals account.Id
                        where open.Any(c => c.Id == note.CustomerId)
                        orderby note.At descending, note.Id
                        select new Row(note.Id, account.Name, note.Text, note.At);
            return await notes.Slice(query.Page, cancellationToken);
        }
    }
}
