using CustomerCentre.Data;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Sessions;

/// <summary>
/// Looks every two seconds which sessions have ended, on whatever node, and leads their living pages to the sign-in. One query a node, however many pages there are.
/// What such a page sends is refused before that by <see cref="Requests.SessionCheck"/>.
/// </summary>
public sealed class EndedSessions(IServiceScopeFactory scopes, OpenPages pages, TimeProvider time, ILogger<EndedSessions> logger) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // The end is written before it is committed, by a node whose clock may differ; and a page may open just after its session ended.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private DateTimeOffset since = time.GetUtcNow() - Overlap;
    private bool failing;

    /// <summary>Looks once.</summary>
    public async Task Look(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!pages.IsEmpty)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CustomerCentreDb>();
            pages.End(await db.Sessions.Where(session => session.EndedAt > since).Select(session => session.Id).ToHashSetAsync(cancellationToken));
        }

        since = now - Overlap;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Look(stoppingToken);
                failing = false;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Once per outage, not every two seconds.
                if (!failing)
                    logger.LogError("Ended sessions cannot be read: {Reason}", exception.GetType().Name);
                failing = true;
            }
        }
    }
}
