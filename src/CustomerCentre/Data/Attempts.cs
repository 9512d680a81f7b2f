using System.Security.Cryptography;
using System.Text;
using CustomerCentre.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data;

/// <summary>A limit of tries: at most <paramref name="Most"/> by one subject within <paramref name="Window"/>.</summary>
/// <param name="Kind">What is tried, for example <c>SignIn</c>; keeps the counters of different limits apart.</param>
public sealed record AttemptLimit(string Kind, int Most, TimeSpan Window);

/// <summary>
/// Counts tries in the database, atomically: parallel tries each count. Outside a transaction a try counts even when what follows fails; within one it counts
/// with it, and who counts the same subject waits for its end. Subjects (e-mails, addresses, ids) are hashed, so counters hold no personal data.
/// </summary>
public sealed class Attempts(CustomerCentreDb db, TimeProvider time)
{
    /// <summary>Counts one try and says whether it is still within the limit.</summary>
    public async Task<bool> Take(AttemptLimit limit, string subject, CancellationToken cancellationToken)
    {
        var (key, now) = (KeyOf(limit, subject), time.GetUtcNow());
        var count = await db.InTransaction(async token =>
        {
            // Who loses the race to begin a new window finds it running at the second look; who loses the one for the row begins this transaction anew.
            if (!await Increment(key, now, token) && !await Renew(key, now, limit.Window, token) && !await Increment(key, now, token))
                await Begin(key, now + limit.Window, token);
            return await db.Attempts.Where(counter => counter.Key == key).Select(counter => counter.Count).SingleAsync(token);
        }, cancellationToken);
        return count <= limit.Most;
    }

    /// <summary>Whether a further try would still be within the limit; counts nothing.</summary>
    public async Task<bool> IsOpen(AttemptLimit limit, string subject, CancellationToken cancellationToken)
    {
        var (key, now) = (KeyOf(limit, subject), time.GetUtcNow());
        return !await db.Attempts.AnyAsync(counter => counter.Key == key && counter.ResetsAt > now && counter.Count >= limit.Most, cancellationToken);
    }

    /// <summary>Tries in the running window; none when none is running.</summary>
    public async Task<int> CountOf(AttemptLimit limit, string subject, CancellationToken cancellationToken)
    {
        var (key, now) = (KeyOf(limit, subject), time.GetUtcNow());
        return await db.Attempts.Where(counter => counter.Key == key && counter.ResetsAt > now).Select(counter => counter.Count).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Marks a subject until a moment, or longer when it is marked longer already; <see cref="ResetsAt"/> reads the mark.</summary>
    public Task Mark(AttemptLimit limit, string subject, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var key = KeyOf(limit, subject);
        return db.InTransaction(async token =>
        {
            var marked = await db.Attempts.Where(counter => counter.Key == key)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.ResetsAt, c => c.ResetsAt > until ? c.ResetsAt : until), token);
            if (marked == 0)
                db.Attempts.Add(new AttemptCounter { Key = key, Count = 1, ResetsAt = until });
            return await db.SaveChangesAsync(token);
        }, cancellationToken);
    }

    /// <summary>When the running window ends and tries are counted anew; now when none is running.</summary>
    public async Task<DateTimeOffset> ResetsAt(AttemptLimit limit, string subject, CancellationToken cancellationToken)
    {
        var (key, now) = (KeyOf(limit, subject), time.GetUtcNow());
        var end = await db.Attempts.Where(counter => counter.Key == key).Select(counter => (DateTimeOffset?)counter.ResetsAt).SingleOrDefaultAsync(cancellationToken);
        return end > now ? end.Value : now;
    }

    /// <summary>Takes one try back, because it was a success and the subject is shared by many.</summary>
    public Task GiveBack(AttemptLimit limit, string subject, CancellationToken cancellationToken)
    {
        var key = KeyOf(limit, subject);
        return db.InTransaction(
            token => db.Attempts.Where(counter => counter.Key == key && counter.Count > 0)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Count, c => c.Count - 1), token),
            cancellationToken);
    }

    /// <summary>Forgets the tries of a subject, after a success.</summary>
    public Task Forget(AttemptLimit limit, string subject, CancellationToken cancellationToken)
    {
        var key = KeyOf(limit, subject);
        return db.InTransaction(token => db.Attempts.Where(counter => counter.Key == key).ExecuteDeleteAsync(token), cancellationToken);
    }

    private async Task<bool> Increment(string key, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Attempts.Where(counter => counter.Key == key && counter.ResetsAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Count, c => c.Count + 1), cancellationToken) > 0;

    private async Task<bool> Renew(string key, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken) =>
        await db.Attempts.Where(counter => counter.Key == key && counter.ResetsAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Count, 1).SetProperty(c => c.ResetsAt, now + window), cancellationToken) > 0;

    private async Task Begin(string key, DateTimeOffset resetsAt, CancellationToken cancellationToken)
    {
        db.Attempts.Add(new AttemptCounter { Key = key, Count = 1, ResetsAt = resetsAt });
        await db.SaveChangesAsync(cancellationToken);
    }

    private static string KeyOf(AttemptLimit limit, string subject) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{limit.Kind}\n{subject}")));
}
