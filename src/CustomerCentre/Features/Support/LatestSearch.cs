using CustomerCentre.Data.Lookup;
using CustomerCentre.Requests;
using Microsoft.AspNetCore.Components;

namespace CustomerCentre.Features.Support;

/// <summary>
/// Searches while somebody types: the first key at once, then at most once a pause. Only the newest search has an answer; those before it are cancelled.
/// </summary>
public sealed class LatestSearch(Sender sender, TimeProvider time, NavigationManager navigation) : IDisposable
{
    /// <summary>The shortest time between two searches.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);

    private CancellationTokenSource? newest;
    private DateTimeOffset last;

    /// <summary>What stands in the box.</summary>
    public string? Text { get; set; }

    /// <summary>Whether an answer is still to come.</summary>
    public bool IsRunning => newest is not null;

    /// <summary>Searches; nothing when a newer search has begun meanwhile.</summary>
    public async Task<LookupAnswer?> Run(bool atOnce)
    {
        newest?.Cancel();
        using var mine = newest = new CancellationTokenSource();
        try
        {
            if (!atOnce && last + Pause - time.GetUtcNow() is { Ticks: > 0 } wait)
                await Task.Delay(wait, time, mine.Token);
            last = time.GetUtcNow();
            var result = await sender.Send(new FindCustomers.Query(Text), mine.Token);
            if (mine.IsCancellationRequested)
                return null;
            if (result.IsDone)
                return result.Value;
            // The session has ended; loaded anew, the page leads to the sign-in.
            navigation.Refresh(forceReload: true);
            return null;
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (newest == mine)
                newest = null;
        }
    }

    public void Dispose() => newest?.Cancel();
}
