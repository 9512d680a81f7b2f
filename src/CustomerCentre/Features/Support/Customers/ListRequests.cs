using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Customers;

/// <summary>Requests for access that lead to an open customer, the newest first, with masked e-mails.</summary>
public static class ListRequests
{
    [Allow(Policies.SupportStaff)]
    public sealed record Query(string CustomerNumber, int Page) : IRequest<Result<Slice<Row>>>;

    /// <param name="DecidedBy">Name of the operator's person who decided.</param>
    public sealed record Row(
        Guid Id, string? Name, string Email, AccessRequestState State, AccessProof? Proof, string? Message, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt, string? DecidedBy);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Slice<Row>>>
    {
        public async Task<Result<Slice<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var open = db.OpenCustomers(user.Id, query.CustomerNumber, time.GetUtcNow());
            var requests = from request in db.AccessRequests.AsNoTracking()
                           join account in db.Users on request.AccountId equals account.Id
                           where open.Any(c => c.Id == request.CustomerId)
                           orderby request.CreatedAt descending, request.Id
                           select new
                           {
                               Request = request,
                               account.Name,
                               account.Email,
                               DecidedBy = db.Users.Where(staff => staff.Id == request.DecidedBy).Select(staff => staff.Name).FirstOrDefault(),
                           };
            var slice = await requests.Slice(query.Page, cancellationToken);
            return slice.Select(row => new Row(
                row.Request.Id, row.Name, EmailAddress.Parse(row.Email!).Masked, row.Request.State, row.Request.Proof, row.Request.Message, row.Request.CreatedAt,
                row.Request.ClosedAt, row.DecidedBy));
        }
    }
}
