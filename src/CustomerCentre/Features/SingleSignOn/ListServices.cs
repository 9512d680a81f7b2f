using CustomerCentre.Data;
using CustomerCentre.Requests;
using CustomerCentre.Shell;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.SingleSignOn;

/// <summary>The operator's services, and which of them the person has used and when.</summary>
public static class ListServices
{
    [Allow(Policies.SignedIn)]
    public sealed record Query : IRequest<Result<IReadOnlyList<Entry>>>;

    /// <param name="UsedAt">When the person last came to it; nothing when never, or since it was cut off.</param>
    /// <param name="CanBeCutOff">Whether it holds anything of the person: a visit, or a consent that has outlived it.</param>
    public sealed record Entry(string Id, string Name, string? StartAddress, DateTimeOffset? UsedAt, bool CanBeCutOff);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, ConsentBook consents, IOptions<OperatorOptions> operators) : IRequestHandler<Query, Result<IReadOnlyList<Entry>>>
    {
        public async Task<Result<IReadOnlyList<Entry>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var used = await db.ServiceVisits.AsNoTracking().Where(visit => visit.AccountId == user.Id && visit.EndedAt == null)
                .GroupBy(visit => visit.ClientId, (id, visits) => new { Id = id, At = visits.Max(visit => visit.UsedAt) })
                .ToDictionaryAsync(visit => visit.Id, visit => (DateTimeOffset?)visit.At, cancellationToken);
            var subjects = await db.ServiceSubjects.Where(known => known.AccountId == user.Id).Select(known => known.Subject).Distinct().ToListAsync(cancellationToken);
            var holders = await consents.HoldersOf(subjects.Append(user.Id).Distinct(), cancellationToken);
            return operators.Value.Services
                .Select(service => new Entry(
                    service.Key, service.Value.Name, service.Value.StartAddress, used.GetValueOrDefault(service.Key), used.ContainsKey(service.Key) || holders.Contains(service.Key)))
                .OrderByDescending(service => service.UsedAt).ThenBy(service => service.Name, StringComparer.CurrentCulture).ToList();
        }
    }
}
