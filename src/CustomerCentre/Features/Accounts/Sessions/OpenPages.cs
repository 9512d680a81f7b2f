using System.Collections.Concurrent;

namespace CustomerCentre.Features.Accounts.Sessions;

/// <summary>The living pages of this node by the session they belong to, so that an ended session finds them without a query for each.</summary>
public sealed class OpenPages(ILogger<OpenPages> logger)
{
    private readonly ConcurrentDictionary<Guid, Entry> pages = [];

    public bool IsEmpty => pages.IsEmpty;

    /// <summary>Adds a page until the answer is disposed.</summary>
    /// <param name="sessionId">Whose.</param>
    /// <param name="leave">Leads the page away.</param>
    public IDisposable Add(Guid sessionId, Func<Task> leave)
    {
        var key = Guid.NewGuid();
        pages[key] = new(sessionId, leave);
        return new Registration(() => pages.TryRemove(key, out _));
    }

    /// <summary>Leads the pages of these sessions away. A page that had lost its connection heard nothing, so it is told again each time until it is gone.</summary>
    public void End(IReadOnlySet<Guid> sessions)
    {
        foreach (var page in pages.Values)
        {
            page.IsEnded |= sessions.Contains(page.SessionId);
            // Not waited for: a page that is busy must not hold up the others.
            if (page.IsEnded)
                _ = Tell(page);
        }
    }

    private async Task Tell(Entry page)
    {
        try
        {
            await page.Leave();
        }
        catch (Exception exception)
        {
            logger.LogDebug("A page could not be led away: {Reason}", exception.GetType().Name);
        }
    }

    private sealed record Entry(Guid SessionId, Func<Task> Leave)
    {
        public bool IsEnded { get; set; }
    }

    private sealed class Registration(Action remove) : IDisposable
    {
        public void Dispose() => remove();
    }
}
