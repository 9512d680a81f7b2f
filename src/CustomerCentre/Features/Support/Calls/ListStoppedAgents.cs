using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Calls;

/// <summary>The staff who have typed as many wrong codes as they may and wait.</summary>
public static class ListStoppedAgents
{
    [Allow(Policies.SupportLead)]
    public sealed record Query : IRequest<Result<IReadOnlyList<Row>>>;

    /// <param name="IsMyself">Nobody lets himself try on.</param>
    public sealed record Row(Guid AccountId, string Name, DateTimeOffset Until, bool IsMyself);

    public sealed class Handler(CustomerCentreDb db, Attempts attempts, CurrentUser user) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        // Counters know their subjects by hashes alone, so each of the staff is asked for; the operator has tens of them.
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var staff = await db.Users.Where(account => db.StaffMembers.Any(member => member.AccountId == account.Id && member.Role != OperatorRole.Auditor))
                .OrderBy(account => account.Name).ThenBy(account => account.Id).Select(account => new { account.Id, Name = account.Name ?? account.Email! }).ToListAsync(cancellationToken);
            List<Row> stopped = [];
            foreach (var agent in staff)
            {
                if (!await attempts.IsOpen(ProveByCode.PerAgent, $"{agent.Id}", cancellationToken))
                    stopped.Add(new(agent.Id, agent.Name, await attempts.ResetsAt(ProveByCode.PerAgent, $"{agent.Id}", cancellationToken), agent.Id == user.Id));
            }

            return stopped;
        }
    }
}
