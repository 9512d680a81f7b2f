using System.Collections.Concurrent;

namespace CustomerCentre.Requests;

/// <summary>How many requests of one subject are let pass within a window of time.</summary>
/// <param name="Name">Keeps the counters of different limits apart.</param>
/// <param name="Most">Requests in a window.</param>
/// <param name="Window">Length of the window; it begins with the first request.</param>
public sealed record RateLimit(string Name, int Most, TimeSpan Window);

/// <summary>How a subject stands after a request.</summary>
/// <param name="IsOpen">Whether the request is within the limit.</param>
/// <param name="Remaining">Requests left in the window.</param>
/// <param name="ResetsIn">Whole seconds until counting begins anew, at least one.</param>
public readonly record struct RateState(bool IsOpen, int Remaining, int ResetsIn);

/// <summary>
/// Counts requests in the memory of this process: a limit of load, where losing the count at a restart harms nobody. What must not be guessed is limited in the
/// database.
/// </summary>
public sealed class RateMeter(TimeProvider time)
{
    private const int Crowded = 10_000;
    private readonly ConcurrentDictionary<(string Limit, string Subject), Counter> counters = new();

    /// <summary>Counts one request of a subject.</summary>
    public RateState Take(RateLimit limit, string subject)
    {
        var now = time.GetUtcNow().UtcTicks;
        if (!counters.TryGetValue((limit.Name, subject), out var counter))
        {
            if (counters.Count > Crowded)
                Tidy(now);
            counter = counters.GetOrAdd((limit.Name, subject), _ => new Counter());
        }

        lock (counter)
        {
            if (now >= counter.EndsAt)
                (counter.EndsAt, counter.Count) = (now + limit.Window.Ticks, 0);
            counter.Count++;
            var seconds = (int)((counter.EndsAt - now + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond);
            return new RateState(counter.Count <= limit.Most, Math.Max(limit.Most - counter.Count, 0), seconds);
        }
    }

    private void Tidy(long now)
    {
        foreach (var (subject, counter) in counters)
        {
            if (counter.EndsAt <= now)
                counters.TryRemove(subject, out _);
        }
    }

    private sealed class Counter
    {
        public long EndsAt { get; set; }
        public int Count { get; set; }
    }
}
