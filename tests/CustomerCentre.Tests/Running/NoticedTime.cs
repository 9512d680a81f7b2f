using Microsoft.Extensions.Time.Testing;

namespace CustomerCentre.Tests.Running;

/// <summary>A clock that says when somebody begins to wait for it, for jobs that run beside the test.</summary>
internal sealed class NoticedTime(DateTimeOffset now) : FakeTimeProvider(now)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim waits = new(0);

    /// <summary>Goes on once somebody waits, once for each time they do.</summary>
    public async Task IsAwaited() => (await waits.WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBeTrue("nobody waits for the clock");

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        waits.Release();
        return timer;
    }
}
