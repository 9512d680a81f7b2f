namespace CustomerCentre.Mail;

/// <summary>Looks into the outbox every second, for as long as the portal runs. A failure of the mail server or the database stops nothing.</summary>
public sealed class MailSender(IServiceScopeFactory scopes, TimeProvider time, ILogger<MailSender> logger) : BackgroundService
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
                while (await Round(stoppingToken) == MailDelivery.BatchSize)
                {
                }

                failing = false;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Once per outage, not once a second.
                if (!failing)
                    logger.LogError("The outbox cannot be read or written: {Reason}", exception.GetType().Name);
                failing = true;
            }
        }
    }

    private async Task<int> Round(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MailDelivery>().Run(stoppingToken);
    }
}
