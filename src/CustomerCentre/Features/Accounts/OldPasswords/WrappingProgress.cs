namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>What the wrapping of this process is doing; how many wait is for the database to say.</summary>
public sealed class WrappingProgress(TimeProvider time)
{
    private readonly Lock door = new();
    private DateTimeOffset? begunAt;
    private DateTimeOffset lastAt;
    private long done;
    private int unreadable;

    /// <summary>Hashes wrapped in an hour, by the pass in hand; nothing while there is no work.</summary>
    public long? PerHour
    {
        get
        {
            lock (door)
                return begunAt is { } begun && lastAt > begun ? (long)(done / (lastAt - begun).TotalHours) : null;
        }
    }

    /// <summary>Hashes that the last pass could not decrypt: altered, or encrypted under another key.</summary>
    public int Unreadable
    {
        get
        {
            lock (door)
                return unreadable;
        }
    }

    public void Begin()
    {
        lock (door)
            (begunAt, lastAt, done) = (time.GetUtcNow(), time.GetUtcNow(), 0);
    }

    public void Tell(int wrapped)
    {
        lock (door)
            (lastAt, done) = (time.GetUtcNow(), done + wrapped);
    }

    public void End(int leftUnreadable)
    {
        lock (door)
            (begunAt, unreadable) = (null, leftUnreadable);
    }
}
