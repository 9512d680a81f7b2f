using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>What waits for a decision of the operator, oldest first, with the evidence.</summary>
public static class ListPendingRequests
{
    public const int PageSize = 25;

    /// <param name="Only">One request alone; an empty list when it waits no longer.</param>
    [Allow(Policies.OperatorAdministrator)]
    public sealed record Query(int Page = 1, Guid? Only = null) : IRequest<Result<Answer>>;

    public sealed record Answer(IReadOnlyList<Row> Rows, int Total);

    /// <param name="Customer">The customer the pair leads to; nothing when it leads nowhere.</param>
    public sealed record Row(
        Guid Id, string Email, string TypedNumber, string TypedRegister, string? Message, DateTimeOffset CreatedAt, CustomerRow? Customer, int KeptLicences,
        DateTimeOffset? KeptUntil);

    public sealed record CustomerRow(string Number, string Name, CustomerKind Kind, int Managers, bool EmailIsContact);

    public sealed class Handler(CustomerCentreDb db) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var pending = db.AccessRequests.AsNoTracking().Where(request => request.State == AccessRequestState.Pending && (query.Only == null || request.Id == query.Only));
            var rows = await pending.OrderBy(request => request.CreatedAt).ThenBy(request => request.Id)
                .Skip((Math.Max(query.Page, 1) - 1) * PageSize).Take(PageSize)
                .Select(request => new
                {
                    Request = request,
                    Email = db.Users.Where(account => account.Id == request.AccountId).Select(account => account.Email!).First(),
                    Customer = db.Customers.Where(customer => customer.Id == request.CustomerId).Select(customer => new
                    {
                        Number = customer.Numbers.Where(number => number.IsCurrent).Select(number => number.Number).First(),
                        customer.Details.Name,
                        customer.Details.Kind,
                        Managers = customer.Members.Count(member => member.Role == MemberRole.Manager),
                        Contacts = customer.Contacts.Select(contact => contact.NormalizedEmail).ToList(),
                    }).FirstOrDefault(),
                    Kept = db.ReservedLicences.Where(kept => kept.AccessRequestId == request.Id).Select(kept => kept.Until).ToList(),
                })
                .AsSplitQuery().ToListAsync(cancellationToken);
            return new Answer(
                [.. rows.Select(row => new Row(
                    row.Request.Id, row.Email, row.Request.TypedNumber, row.Request.TypedRegister, row.Request.Message, row.Request.CreatedAt,
                    row.Customer is { } c ? new CustomerRow(c.Number.Value, c.Name, c.Kind, c.Managers, c.Contacts.Contains(EmailAddress.TryParse(row.Email)?.Normalized)) : null,
                    row.Kept.Count, row.Kept.Count > 0 ? row.Kept.Min() : null))],
                await pending.CountAsync(cancellationToken));
        }
    }
}
