using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace CustomerCentre.Tests.Running;

/// <summary>A clock that says when somebody begins to wait for it, for jobs that run beside the test.</summary>
internal sealed class NoticedTime(DateTimeOffset now) : FakeTimeProvider(now)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Channel<TimeSpan> waits = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>Goes on once somebody waits, once for each time they do.</summary>
    public Task IsAwaited() => waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        waits.Writer.TryWrite(dueTime);
        return timer;
    }
}
