using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Reports;

/// <summary>What the staff did in a period: how many customers each opened and why, and what was refused. Whoever reads it sees numbers of people, not customers.</summary>
public static class ReadReport
{
    /// <param name="From">The first day, as it stands in the address.</param>
    /// <param name="Until">The last day, as it stands in the address.</param>
    /// <param name="AgentId">Only this one of the staff.</param>
    [Allow(Policies.SupportLead)]
    public sealed record Query(string? From, string? Until, Guid? AgentId) : IRequest<Result<Answer>>;

    /// <param name="Period">The days it tells of.</param>
    /// <param name="Agents">Whom one may choose.</param>
    public sealed record Answer(ReportPeriod Period, IReadOnlyList<AgentFigures> Figures, IReadOnlyList<Agent> Agents);

    public sealed record Agent(Guid Id, string Name);

    public sealed class Handler(CustomerCentreDb db, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var period = ReportPeriod.Read(query.From, query.Until, time.Today());
            // Also who has lost the role since, while there is something to tell of.
            var agents = await db.Users
                .Where(account => db.StaffMembers.Any(staff => staff.AccountId == account.Id && staff.Role != OperatorRole.Auditor) || db.LookUps.Any(lookUp => lookUp.AccountId == account.Id))
                .OrderBy(account => EF.Functions.Collate(account.Name ?? account.Email!, db.NameOrder)).ThenBy(account => account.Id)
                .Select(account => new Agent(account.Id, account.Name ?? account.Email!)).ToListAsync(cancellationToken);
            return new Answer(period, await db.FiguresOf(period, query.AgentId, cancellationToken), agents);
        }
    }
}
