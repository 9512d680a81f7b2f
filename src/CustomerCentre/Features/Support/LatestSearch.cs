using CustomerCentre.Data.Lookup;
using CustomerCentre.Requests;

namespace CustomerCentre.Features.Support;

/// <summary>
/// Searches while somebody types: the first key at once, then at most once a pause. Only the newest search has an answer; those before it are cancelled.
/// </summary>
internal sealed class LatestSearch(Sender sender, TimeProvider time) : IDisposable
{
    /// <summary>The shortest time between two searches.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);

    private CancellationTokenSource? newest;
    private DateTimeOffset last;

    /// <summary>Searches; nothing when a newer search has begun meanwhile.</summary>
    public async Task<Result<LookupAnswer>?> Run(string? text, bool atOnce)
    {
        newest?.Cancel();
        using var mine = newest = new CancellationTokenSource();
        try
        {
            if (!atOnce && last + Pause - time.GetUtcNow() is { Ticks: > 0 } wait)
                await Task.Delay(wait, time, mine.Token);
            last = time.GetUtcNow();
            var result = await sender.Send(new FindCustomers.Query(text), mine.Token);
            return mine.IsCancellationRequested ? null : result;
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
