using System.Data.Common;
using CustomerCentre.Domain.Partners;

namespace CustomerCentre.Data.PartnerStatus;

/// <summary>
/// Writes partners' checks into the customers' history. Whoever asks waits until it is there; all that wait at a moment share one transaction, because
/// making it durable costs more than the rows.
/// </summary>
internal sealed class CheckLog(RawDatabase database, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(2);
    private readonly Lock gate = new();
    private List<Waiting> queue = [];
    private bool isWriting;
    private CheckWriter? writer;

    /// <summary>Answers when the checks are written for good. One that is there already stays as it is.</summary>
    public Task Write(IReadOnlyList<PartnerCheck> checks)
    {
        var waiting = new Waiting(checks, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            queue.Add(waiting);
            if (isWriting)
                return waiting.Done.Task;
            isWriting = true;
        }

        _ = Task.Run(WriteQueue);
        return waiting.Done.Task;
    }

    public ValueTask DisposeAsync() => writer?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task WriteQueue()
    {
        while (TakeQueue() is { } batch)
        {
            if (!await TryCommit(batch) && batch.Count > 1)
            {
                // One that cannot be written must not fail the others.
                foreach (var waiting in batch)
                    await TryCommit([waiting]);
            }

            // Where several wait at a time more are on their way, and one commit for all costs less than one for each.
            if (batch.Count > 1)
                await Task.Delay(Gathering, time);
        }
    }

    private async Task<bool> TryCommit(List<Waiting> batch)
    {
        try
        {
            await Commit(batch);
            batch.ForEach(waiting => waiting.Done.SetResult());
            return true;
        }
        catch (Exception exception)
        {
            // Nobody gets an answer that is not in the history.
            if (batch is [var alone])
                alone.Done.SetException(exception);
            return false;
        }
    }

    private List<Waiting>? TakeQueue()
    {
        lock (gate)
        {
            isWriting = queue.Count > 0;
            var taken = queue;
            queue = [];
            return isWriting ? taken : null;
        }
    }

    private async Task Commit(List<Waiting> batch)
    {
        // A connection that lay idle may have died; what it wrote before dying is not written again.
        if (writer is { } kept)
        {
            try
            {
                await kept.Write(batch.SelectMany(waiting => waiting.Checks));
                return;
            }
            catch (Exception exception) when (exception is DbException or InvalidOperationException)
            {
                writer = null;
                await kept.DisposeAsync();
            }
        }

        var fresh = await CheckWriter.Open(database.Connect());
        try
        {
            await fresh.Write(batch.SelectMany(waiting => waiting.Checks));
            writer = fresh;
        }
        catch
        {
            await fresh.DisposeAsync();
            throw;
        }
    }

    private sealed record Waiting(IReadOnlyList<PartnerCheck> Checks, TaskCompletionSource Done);
}
