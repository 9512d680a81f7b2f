using System.Collections.Concurrent;
using System.Data.Common;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Data.PartnerStatus;

/// <summary>Reads statuses on connections that are kept open with their prepared commands.</summary>
internal sealed class StatusReaders(RawDatabase database, TimeProvider time) : IAsyncDisposable
{
    private static readonly int MostIdle = Math.Max(16, 4 * Environment.ProcessorCount);
    // The one used last comes first: it has the freshest cache.
    private readonly ConcurrentStack<StatusReader> idle = new();

    /// <summary>Finds the customers of pairs and their product lines today.</summary>
    public Task<Dictionary<Guid, IReadOnlyList<PartnerEntitlement>>> Read(IReadOnlyList<AskedPair> pairs, Guid partnerId, CancellationToken cancellationToken) =>
        With(async reader =>
        {
            await reader.Find(pairs, partnerId, time.GetUtcNow(), cancellationToken);
            return await reader.Lines([.. pairs.Select(pair => pair.Customer?.Id ?? Guid.Empty)], time.Today(), cancellationToken);
        }, cancellationToken);

    /// <summary>The product lines of one customer today.</summary>
    public async Task<IReadOnlyList<PartnerEntitlement>> Lines(Guid customerId, CancellationToken cancellationToken) =>
        (await With(reader => reader.Lines([customerId], time.Today(), cancellationToken), cancellationToken)).GetValueOrDefault(customerId) ?? [];

    public async ValueTask DisposeAsync()
    {
        while (idle.TryPop(out var reader))
            await reader.DisposeAsync();
    }

    private async Task<T> With<T>(Func<StatusReader, Task<T>> read, CancellationToken cancellationToken)
    {
        // A connection that lay idle may have died, as when the server moved; a fresh one tells the truth.
        if (idle.TryPop(out var kept))
        {
            try
            {
                return await Use(kept, read);
            }
            catch (Exception exception) when (exception is DbException or InvalidOperationException)
            {
                // The fresh one below says it again if it was more than that.
            }
        }

        return await Use(await Open(cancellationToken), read);
    }

    private async Task<T> Use<T>(StatusReader reader, Func<StatusReader, Task<T>> read)
    {
        var isSound = false;
        try
        {
            var answer = await read(reader);
            isSound = true;
            return answer;
        }
        finally
        {
            if (isSound && idle.Count < MostIdle)
                idle.Push(reader);
            else
                await reader.DisposeAsync();
        }
    }

    private async Task<StatusReader> Open(CancellationToken cancellationToken) => await StatusReader.Open(database.Connect(), cancellationToken);
}
