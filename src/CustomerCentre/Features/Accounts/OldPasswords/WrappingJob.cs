using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>Wraps old hashes in the background for as long as any wait. A pass that fails is made up for by the next.</summary>
public sealed class WrappingJob(Wrapping wrapping, IOptions<WrappingOptions> options, TimeProvider time, ILogger<WrappingJob> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.IsOn)
        {
            await Pass(stoppingToken);
            await Task.Delay(TimeSpan.FromSeconds(options.Value.IdleSeconds), time, stoppingToken);
        }
    }

    private async Task Pass(CancellationToken stoppingToken)
    {
        try
        {
            await wrapping.Pass(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogError("Wrapping old hashes stopped: {Reason}", exception.GetType().Name);
        }
    }
}
