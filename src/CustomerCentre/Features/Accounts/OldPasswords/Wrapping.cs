using System.Collections.Concurrent;
using System.Security.Cryptography;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>
/// Wraps encrypted weak hashes, batch by batch. What waits is what the database says waits, so a crash loses no more than the batch in hand; a row that a sign-in or an
/// import changed meanwhile is left alone.
/// </summary>
public sealed class Wrapping(
    IServiceScopeFactory scopes, OldHashes hashes, OldPasswordKey key, WrappingProgress progress, IOptions<WrappingOptions> options, TimeProvider time, ILogger<Wrapping> logger)
{
    /// <summary>Wraps everything that waits now.</summary>
    /// <returns>How many were wrapped.</returns>
    public async Task<int> Pass(CancellationToken cancellationToken)
    {
        if (!key.IsSet)
            return 0;
        var (wrapped, unreadable) = (0, 0);
        progress.Begin();
        try
        {
            while (await Take(unreadable, cancellationToken) is { Count: > 0 } rows)
            {
                var made = await Wrap(rows, cancellationToken);
                unreadable += rows.Count - made.Count;
                var saved = await Save(made, cancellationToken);
                wrapped += saved;
                progress.Tell(saved);
                await Task.Delay(TimeSpan.FromMilliseconds(options.Value.PauseMilliseconds), time, cancellationToken);
            }
        }
        finally
        {
            progress.End(unreadable);
        }

        if (unreadable > 0)
            logger.LogWarning("{Count} old hashes cannot be decrypted with the key in OldPasswords:Key and stay as they are", unreadable);
        return wrapped;
    }

    // Those that cannot be read stay at the front, in the order of the index, and are stepped over.
    private async Task<List<OldPassword>> Take(int unreadable, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomerCentreDb>();
        return await db.OldPasswords.AsNoTracking().Where(old => old.State == OldHashState.Encrypted).OrderBy(old => old.Service)
            .Skip(unreadable).Take(options.Value.BatchSize).ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyCollection<(OldPassword Row, string Before)>> Wrap(List<OldPassword> rows, CancellationToken cancellationToken)
    {
        var made = new ConcurrentBag<(OldPassword, string)>();
        var limits = new ParallelOptions { MaxDegreeOfParallelism = options.Value.AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(rows, limits, (row, _) =>
        {
            var before = row.StoredHash;
            try
            {
                hashes.Wrap(row);
                made.Add((row, before));
            }
            catch (Exception exception) when (exception is CryptographicException or FormatException or OverflowException)
            {
                // Counted by the caller: it is not among those made.
            }

            return ValueTask.CompletedTask;
        });
        return made;
    }

    private async Task<int> Save(IReadOnlyCollection<(OldPassword Row, string Before)> made, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomerCentreDb>();
        return await db.InTransaction(
            async token =>
            {
                var saved = 0;
                foreach (var (row, before) in made)
                {
                    saved += await db.OldPasswords
                        .Where(old => old.NormalizedEmail == row.NormalizedEmail && old.Service == row.Service && old.State == OldHashState.Encrypted && old.StoredHash == before)
                        .ExecuteUpdateAsync(set => set.SetProperty(old => old.State, row.State).SetProperty(old => old.StoredHash, row.StoredHash), token);
                }

                return saved;
            },
            cancellationToken);
    }
}
