using System.Collections.Concurrent;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data.PartnerStatus;

/// <summary>
/// Limits what a partner asks in vain: of all customers together, and at one customer number. Only a wrong pair is counted, so a sound check costs nothing;
/// who is over a limit is remembered here and gets no answer at all, or sound ones would show among refusals. Operator administrators hear of it once a day.
/// </summary>
internal sealed class WrongPairs(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>Wrong pairs of one partner a day.</summary>
    public static readonly AttemptLimit PerPartner = new("PartnerCheck/partner", 500, TimeSpan.FromDays(1));

    /// <summary>Wrong pairs of one partner at one customer number a day.</summary>
    public static readonly AttemptLimit PerTarget = new("PartnerCheck/target", 20, TimeSpan.FromDays(1));

    private static readonly AttemptLimit Report = new("PartnerCheck/report", 1, TimeSpan.FromDays(1));
    private readonly ConcurrentDictionary<string, DateTimeOffset> closed = new();

    /// <summary>Until when this partner gets no answer to these numbers; nothing when it does.</summary>
    public DateTimeOffset? ClosedUntil(Guid partnerId, IEnumerable<string> numbers)
    {
        if (closed.IsEmpty)
            return null;
        var now = time.GetUtcNow();
        return numbers.Select(number => TargetOf(partnerId, number)).Prepend($"{partnerId}")
            .Select(subject => closed.TryGetValue(subject, out var until) && until > now ? until : (DateTimeOffset?)null).FirstOrDefault(until => until is not null);
    }

    /// <summary>Counts wrong pairs.</summary>
    /// <returns>Until when this partner gets no answer to them; nothing when it still does.</returns>
    public async Task<DateTimeOffset?> Count(Guid partnerId, IReadOnlyCollection<string> numbers, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, attempts) = (scope.ServiceProvider.GetRequiredService<CustomerCentreDb>(), scope.ServiceProvider.GetRequiredService<Attempts>());
        return await db.InTransaction(async token =>
        {
            DateTimeOffset? until = null;
            foreach (var number in numbers)
            {
                if (!await attempts.Take(PerPartner, $"{partnerId}", token))
                {
                    if (await attempts.Take(Report, $"{partnerId}", token))
                        await Tell(scope.ServiceProvider, db, partnerId, token);
                    return await Close(attempts, PerPartner, $"{partnerId}", token);
                }

                if (!await attempts.Take(PerTarget, TargetOf(partnerId, number), token))
                    until = await Close(attempts, PerTarget, TargetOf(partnerId, number), token);
            }

            return until;
        }, cancellationToken);
    }

    private static string TargetOf(Guid partnerId, string number) => $"{partnerId}/{number}";

    private async Task<DateTimeOffset?> Close(Attempts attempts, AttemptLimit limit, string subject, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var (over, _) in closed.Where(entry => entry.Value <= now))
            closed.TryRemove(over, out _);
        return closed[subject] = await attempts.ResetsAt(limit, subject, cancellationToken);
    }

    private async Task Tell(IServiceProvider services, CustomerCentreDb db, Guid partnerId, CancellationToken cancellationToken)
    {
        services.GetRequiredService<AuditTrail>().Add("PartnerChecksLimited", subjectId: partnerId, note: $"{PerPartner.Most} wrong pairs");
        var partner = await db.Partners.AsNoTracking().Where(p => p.Id == partnerId).Select(p => new { p.Name, p.Code }).SingleAsync(cancellationToken);
        foreach (var account in await db.AdministratorsToTell(time.GetUtcNow(), cancellationToken))
        {
            services.GetRequiredService<Outbox>().Add(
                EmailAddress.Parse(account.Email!), account.Language, () => StatusLetters.ChecksLimited(partner.Name, partner.Code, PerPartner.Most));
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
