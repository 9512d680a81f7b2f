using CustomerCentre.Data.PartnerStatus;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Forms;
using CustomerCentre.Requests;

namespace CustomerCentre.Features.Partners;

/// <summary>A customer of a file with its answer. Beyond the least that helps nothing is kept, not even what the customer grants.</summary>
public sealed record BatchRow(BatchPair Asked, CustomerStatus Status, DateTimeOffset AsOf);

/// <summary>Checks the pairs of a file part by part. The answers stay in the memory of the page and go with it.</summary>
public sealed class BatchRun(Sender sender, TimeProvider time, IReadOnlyList<BatchPair> pairs, CheckPurpose purpose)
{
    /// <summary>Pairs of one part: small enough that progress is seen, and below what one check may hold.</summary>
    public const int PartSize = 200;

    private readonly List<BatchRow> rows = [];
    private readonly long begun = time.GetTimestamp();

    public IReadOnlyList<BatchRow> Rows => rows;

    public int Total => pairs.Count;

    /// <summary>Why it stopped before the end; nothing when it did not.</summary>
    public string? Problem { get; private set; }

    public bool IsOver { get; private set; }

    /// <summary>How long the rest will take, at the pace so far; unknown before the first part is done.</summary>
    public TimeSpan? Left => rows.Count == 0 ? null : time.GetElapsedTime(begun) * ((Total - rows.Count) / (double)rows.Count);

    /// <summary>Runs to the end, to a limit or until it is cancelled.</summary>
    /// <param name="draw">Draws how far it has come.</param>
    /// <param name="cancellationToken">Somebody cancels, or leaves.</param>
    public async Task Run(Func<Task> draw, CancellationToken cancellationToken)
    {
        foreach (var part in pairs.Chunk(PartSize))
        {
            if (cancellationToken.IsCancellationRequested || !await Check(part))
                break;
            await draw();
        }

        IsOver = true;
    }

    // Not cancelled in the middle: what the customers' histories hold, the partner has also been told.
    private async Task<bool> Check(BatchPair[] part)
    {
        var result = await sender.Send(new CheckCustomers.Command
        {
            Id = Guid.CreateVersion7(),
            Pairs = [.. part.Select(asked => asked.Pair)],
            Purpose = purpose,
            Channel = CheckChannel.Batch,
        });
        if (result.IsDone)
            rows.AddRange(part.Zip(result.Value.Customers, (asked, status) => new BatchRow(asked, status with { Granted = null }, result.Value.AsOf)));
        Problem = result.ToErrors() is [var error, ..] ? error.Message : null;
        return result.IsDone;
    }
}
