using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Cases;

/// <summary>Cases that wait for a second one of the staff, the oldest first, so many as can be decided at a sitting.</summary>
public static class ListCases
{
    public const int Most = 50;

    [Allow(Policies.SupportLead)]
    public sealed record Query : IRequest<Result<IReadOnlyList<Row>>>;

    /// <param name="NewEmail">The e-mail that is asked for.</param>
    /// <param name="IsMine">Who opened it does not approve it.</param>
    public sealed record Row(Guid Id, AccountCaseKind Kind, string Email, string? NewEmail, string Customer, string Reason, string OpenedBy, DateTimeOffset OpenedAt, bool IsMine);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var since = time.GetUtcNow() - AccountCase.Lives;
            var rows = await (
                from c in db.AccountCases.Where(c => c.ApprovedAt == null && c.StoppedAt == null && c.OpenedAt > since)
                join account in db.Users on c.AccountId equals account.Id
                join agent in db.Users on c.OpenedBy equals agent.Id
                join customer in db.Customers on c.CustomerId equals customer.Id
                orderby c.OpenedAt
                select new { c.Id, c.Kind, account.Email, NewEmail = c.Email, customer.Details.Name, c.Reason, Agent = agent.Name ?? agent.Email!, c.OpenedAt, IsMine = c.OpenedBy == user.Id || c.AccountId == user.Id })
                .Take(Most).AsNoTracking().ToListAsync(cancellationToken);
            return rows.ConvertAll(c => new Row(c.Id, c.Kind, c.Email!, c.NewEmail?.Value, c.Name, c.Reason, c.Agent, c.OpenedAt, c.IsMine));
        }
    }
}
