using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Shell;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>How many old accounts have come over, how many hashes wait, and the day on which the rest are deleted.</summary>
public static class ReadOldPasswords
{
    [Allow(Policies.OperatorAdministrator)]
    public sealed record Query : IRequest<Result<Answer>>;

    /// <param name="Services">Each old service of the settings, and those no longer there that still have something.</param>
    /// <param name="PerHour">Hashes wrapped in an hour while work goes on.</param>
    /// <param name="Unreadable">Hashes that the key does not fit.</param>
    /// <param name="DeletedOn">The day that was set.</param>
    /// <param name="LastDay">The latest day that can be set.</param>
    public sealed record Answer(IReadOnlyList<Service> Services, long? PerHour, int Unreadable, DateOnly? DeletedOn, DateOnly LastDay)
    {
        public long Waiting => Services.Sum(service => service.Waiting);
    }

    /// <summary>A service under the name that people know.</summary>
    public sealed record Service(string Name, long All, long Joined, long Left, long Waiting);

    public sealed class Handler(
        CustomerCentreDb db, OldPasswordCounts counts, WrappingProgress progress, OldServiceNames names, IOptions<OperatorOptions> operators, TimeProvider time)
        : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var counted = (await counts.Read(cancellationToken)).ToDictionary(count => count.Service);
            var keys = operators.Value.OldServices.Select(service => service.Key);
            var services = keys.Union(counted.Keys).Select(service => counted.GetValueOrDefault(service) ?? new(service, 0, 0, 0));
            var end = await db.OldPasswordsEnd.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            return new Answer(
                [.. services.Select(count => new Service(names.Of(count.Service), count.All, count.Joined, count.Left, count.Encrypted))],
                progress.PerHour, progress.Unreadable, end?.On, time.Today().AddMonths(OldPasswordsEnd.MostMonths));
        }
    }
}
