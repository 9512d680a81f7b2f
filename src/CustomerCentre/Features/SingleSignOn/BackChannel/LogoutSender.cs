namespace CustomerCentre.Features.SingleSignOn.BackChannel;

/// <summary>Looks every second whom to tell of a sign-out, for as long as the portal runs. A failure of a service or the database stops nothing.</summary>
public sealed class LogoutSender(IServiceScopeFactory scopes, TimeProvider time, ILogger<LogoutSender> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private bool failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await Round(stoppingToken) == LogoutDelivery.BatchSize)
                {
                }

                failing = false;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Once per outage, not once a second.
                if (!failing)
                    logger.LogError("Ends of sessions cannot be read or written: {Reason}", exception.GetType().Name);
                failing = true;
            }
        }
    }

    private async Task<int> Round(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LogoutDelivery>().Run(stoppingToken);
    }
}
