using CustomerCentre.Domain.Partners;

namespace CustomerCentre.Data.PartnerStatus;

/// <summary>The answer to a check, or until when there is none.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="ClosedUntil">Until when the partner gets no answer, because of too many wrong pairs.</param>
public sealed record StatusReply(StatusAnswer? Answer, DateTimeOffset? ClosedUntil);

/// <summary>
/// Partners' checks of customers, the same for pages and for the API. An answer goes out after it stands in the customer's history; a wrong pair, an unknown
/// number and a customer who does not allow it read the same, cost the same and count the same.
/// </summary>
public sealed class StatusDesk
{
    /// <summary>Most pairs of one check.</summary>
    public const int MostPairs = StatusQueries.Most;

    private readonly StatusReaders readers;
    private readonly CheckLog log;
    private readonly WrongPairs wrong;
    private readonly GrantReader grants;
    private readonly TimeProvider time;

    internal StatusDesk(StatusReaders readers, CheckLog log, WrongPairs wrong, GrantReader grants, TimeProvider time) =>
        (this.readers, this.log, this.wrong, this.grants, this.time) = (readers, log, wrong, grants, time);

    /// <summary>Checks 1 to <see cref="MostPairs"/> pairs.</summary>
    public async Task<StatusReply> Check(StatusAsking asking, IReadOnlyList<StatusPair> pairs, CancellationToken cancellationToken)
    {
        AskedPair[] asked = [.. pairs.Select(pair => new AskedPair(pair))];
        if (wrong.ClosedUntil(asking.PartnerId, asked.Select(pair => pair.Number)) is { } closed)
            return new StatusReply(null, closed);

        var lines = await readers.Read(asked, asking.PartnerId, cancellationToken);
        List<string> missed = [.. asked.Where(pair => pair.Customer is null).Select(pair => pair.Number)];
        if (missed.Count > 0 && await wrong.Count(asking.PartnerId, missed, cancellationToken) is { } until)
            return new StatusReply(null, until);

        var now = time.GetUtcNow();
        await Write(asking, [.. asked.Select(pair => pair.Customer?.Id).OfType<Guid>()], now);
        var statuses = new List<CustomerStatus>(asked.Length);
        foreach (var pair in asked)
        {
            statuses.Add(pair.Customer is { } customer
                ? new CustomerStatus(true, lines.GetValueOrDefault(customer.Id) ?? [], await grants.Read(customer, cancellationToken))
                : CustomerStatus.Unknown);
        }

        return new StatusReply(new StatusAnswer(now, statuses), null);
    }

    /// <summary>The status of a customer who handed the partner a code.</summary>
    public async Task<CustomerStatus> Read(Guid customerId, CancellationToken cancellationToken) => new(true, await readers.Lines(customerId, cancellationToken));

    /// <summary>Counts a code that does not hold as a wrong pair.</summary>
    public Task<DateTimeOffset?> CountWrongCode(Guid partnerId, CancellationToken cancellationToken) => wrong.Count(partnerId, ["code"], cancellationToken);

    /// <summary>Until when the partner gets no answer to codes; nothing when it does.</summary>
    public DateTimeOffset? CodesClosedUntil(Guid partnerId) => wrong.ClosedUntil(partnerId, ["code"]);

    private Task Write(StatusAsking asking, List<Guid> customerIds, DateTimeOffset now)
    {
        IReadOnlyList<PartnerCheck> checks = [.. customerIds.Distinct().Select(id => asking.CheckOf(id, now))];
        return checks.Count == 0 ? Task.CompletedTask : log.Write(checks);
    }
}
