using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Reports;

/// <summary>What a lead should look at, one by one and the newest first: tries at the own company and codes that did not fit.</summary>
public static class ListIncidents
{
    /// <param name="From">As in <see cref="ReadReport"/>.</param>
    /// <param name="Until">As in <see cref="ReadReport"/>.</param>
    /// <param name="AgentId">Only of this one of the staff.</param>
    [Allow(Policies.SupportLead)]
    public sealed record Query(string? From, string? Until, Guid? AgentId, int Page) : IRequest<Result<Slice<Row>>>;

    /// <param name="Event">Name of an audited event.</param>
    /// <param name="Name">Nothing for people erased since.</param>
    /// <param name="Customer">The number valid today.</param>
    public sealed record Row(DateTimeOffset At, string Event, string? Name, CustomerNumber? Customer);

    public sealed class Handler(CustomerCentreDb db, TimeProvider time) : IRequestHandler<Query, Result<Slice<Row>>>
    {
        public async Task<Result<Slice<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var period = ReportPeriod.Read(query.From, query.Until, time.Today());
            var (start, end) = (period.Start, period.End);
            return await db.Audit.AsNoTracking()
                .Where(entry => entry.At >= start && entry.At < end && (query.AgentId == null || entry.AccountId == query.AgentId))
                .Where(entry => entry.Event == StaffFigures.OwnCompany || entry.Event == StaffFigures.WrongCode || entry.Event == StaffFigures.Stop)
                .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
                .Select(entry => new Row(
                    entry.At, entry.Event,
                    db.Users.Where(account => account.Id == entry.AccountId).Select(account => account.Name ?? account.Email).FirstOrDefault(),
                    db.IssuedNumbers.Where(issued => issued.CustomerId == entry.CustomerId && issued.IsCurrent).Select(issued => issued.Number).FirstOrDefault()))
                .Slice(query.Page, cancellationToken);
        }
    }
}
