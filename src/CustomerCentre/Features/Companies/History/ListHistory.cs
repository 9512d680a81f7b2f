using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies.History;

/// <summary>What happened to a customer, newest first. Who of the operator and of partners looked at it, only its managers see.</summary>
public static class ListHistory
{
    public const int PageSize = 25;

    [Allow(Policies.SignedIn)]
    public sealed record Query(string Number, int Page) : IRequest<Result<Answer>>;

    public sealed record Answer(string CustomerNumber, string CustomerName, bool IsManager, IReadOnlyList<HistoryRow> Rows, int Page, int Pages, int Total);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.MembershipsOf(user.Id, query.Number).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } member)
                return Result<Answer>.NotFound;
            var customer = await db.Customers.Where(c => c.Id == member.CustomerId)
                .Select(c => new { c.Numbers.Single(n => n.IsCurrent).Number, c.Details.Name }).SingleAsync(cancellationToken);

            var lines = LinesOf(member);
            var total = await lines.CountAsync(cancellationToken);
            var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
            var page = Math.Clamp(query.Page, 1, pages);
            var shown = await lines.OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            var rows = await new HistoryReading(db, member, user.Id).Read(shown, cancellationToken);
            return new Answer(customer.Number.Value, customer.Name, member.Role == MemberRole.Manager, rows, page, pages, total);
        }

        private IQueryable<HistoryLine> LinesOf(Member member)
        {
            var isManager = member.Role == MemberRole.Manager;
            var events = HistoryEvents.ShownTo(isManager);
            var lines = db.Audit.Where(entry => entry.CustomerId == member.CustomerId && events.Contains(entry.Event))
                .Select(entry => new HistoryLine { Source = HistorySource.Audit, Id = entry.Id, At = entry.At });
            if (!isManager)
                return lines;
            return lines
                .Concat(db.LookUps.Where(lookUp => lookUp.CustomerId == member.CustomerId)
                    .Select(lookUp => new HistoryLine { Source = HistorySource.LookUp, Id = lookUp.Id, At = lookUp.At }))
                .Concat(db.PartnerChecks.Where(check => check.CustomerId == member.CustomerId)
                    .Select(check => new HistoryLine { Source = HistorySource.Check, Id = check.Id, At = check.At }));
        }
    }
}
