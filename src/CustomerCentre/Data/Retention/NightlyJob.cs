using CustomerCentre.Domain;

namespace CustomerCentre.Data.Retention;

/// <summary>Tidies at every start and then at three in the morning in Prague. A night that fails is made up for by the next.</summary>
public sealed class NightlyJob(IServiceScopeFactory scopes, TimeProvider time, ILogger<NightlyJob> logger) : BackgroundService
{
    private static readonly TimeOnly Hour = new(3, 0);

    /// <summary>The first three o'clock in Prague after a moment.</summary>
    public static DateTimeOffset NextAfter(DateTimeOffset moment)
    {
        var today = BusinessCalendar.At(BusinessCalendar.DayOf(moment), Hour);
        return today > moment ? today : BusinessCalendar.At(BusinessCalendar.DayOf(moment).AddDays(1), Hour);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Tidy(stoppingToken);
            var now = time.GetUtcNow();
            await Task.Delay(NextAfter(now) - now, time, stoppingToken);
        }
    }

    private async Task Tidy(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Tidying>().Run(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogError("The nightly tidying stopped: {Reason}", exception.GetType().Name);
        }
    }
}
