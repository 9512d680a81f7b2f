using CustomerCentre.Data;
using CustomerCentre.Domain.SingleSignOn;
using CustomerCentre.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.SingleSignOn.BackChannel;

/// <summary>
/// Tells services that a person signed out, at least once each. What ended a session does not matter: its row says that it ended, and that is the outbox. Only
/// addresses from the settings are called, and no redirect is followed.
/// </summary>
public sealed class LogoutDelivery(CustomerCentreDb db, LogoutTokens tokens, IHttpClientFactory clients, IOptions<OperatorOptions> operators, TimeProvider time, ILogger<LogoutDelivery> logger)
{
    public const int BatchSize = 20;
    public const string Client = "BackChannelLogout";

    /// <summary>After so many tries, about a day, a service is given up.</summary>
    public const int MostAttempts = 20;

    /// <summary>How long news stays with the node that took it; after a crash another one takes it then.</summary>
    public static readonly TimeSpan Claimed = TimeSpan.FromMinutes(1);

    // Ends that nobody noticed while every node stood still.
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(1);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <summary>Tries the next news that is due and answers how much there was.</summary>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        await Notice(cancellationToken);
        var now = time.GetUtcNow();
        var due = await db.ServiceVisits.AsNoTracking().Where(visit => visit.DueAt <= now).OrderBy(visit => visit.DueAt).Take(BatchSize).ToListAsync(cancellationToken);
        var mine = new List<ServiceVisit>();
        foreach (var visit in due)
        {
            if (await Claim(visit, now + Claimed, cancellationToken))
                mine.Add(visit);
        }

        // At the same time, so that one that hangs holds nobody up.
        var outcomes = await Task.WhenAll(mine.Select(visit => Tell(visit, cancellationToken)));
        foreach (var (visit, problem) in mine.Zip(outcomes))
            await Close(visit, problem);
        return due.Count;
    }

    private async Task Notice(CancellationToken cancellationToken)
    {
        var (now, since) = (time.GetUtcNow(), time.GetUtcNow() - LooksBack);
        var ended = await db.Sessions.Where(session => session.EndedAt > since)
            .Join(db.ServiceVisits, session => session.Id, visit => visit.SessionId, (_, visit) => visit)
            .Where(visit => visit.DueAt == null && visit.ClosedAt == null).Select(visit => visit.Id).OrderBy(id => id).Take(BatchSize * BatchSize).ToListAsync(cancellationToken);
        if (ended.Count > 0)
        {
            await db.InTransaction(
                token => db.ServiceVisits.Where(visit => ended.Contains(visit.Id) && visit.DueAt == null && visit.ClosedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(visit => visit.DueAt, now), token), cancellationToken);
        }
    }

    // Of two nodes that read the same row only one finds it still due as read.
    private Task<bool> Claim(ServiceVisit visit, DateTimeOffset until, CancellationToken cancellationToken) =>
        db.InTransaction(async token => await db.ServiceVisits.Where(row => row.Id == visit.Id && row.DueAt == visit.DueAt).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.DueAt, until).SetProperty(row => row.Attempts, row => row.Attempts + 1), token) == 1, cancellationToken);

    /// <summary>Answers what went wrong; null when the service knows.</summary>
    private async Task<string?> Tell(ServiceVisit visit, CancellationToken cancellationToken)
    {
        if (operators.Value.Services.GetValueOrDefault(visit.ClientId)?.BackChannelLogoutUri is not { } address)
            return null;
        try
        {
            using var http = clients.CreateClient(Client);
            using var form = new FormUrlEncodedContent([new("logout_token", await tokens.Make(visit, cancellationToken))]);
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode ? null : $"{(int)response.StatusCode}";
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return exception.GetType().Name;
        }
    }

    // Also while stopping: who was told need not be told again.
    private async Task Close(ServiceVisit visit, string? problem)
    {
        var (now, attempts) = (time.GetUtcNow(), visit.Attempts + 1);
        var isOver = problem is null || attempts >= MostAttempts;
        if (problem is not null)
            logger.Log(isOver ? LogLevel.Error : LogLevel.Warning, "{Service} was not told of the end of {Visit} ({Attempts}. try): {Reason}", visit.ClientId, visit.Id, attempts, problem);
        var next = isOver ? (DateTimeOffset?)null : now + Wait(attempts);
        await db.InTransaction(
            token => db.ServiceVisits.Where(row => row.Id == visit.Id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.DueAt, next).SetProperty(row => row.ClosedAt, isOver ? now : null), token), CancellationToken.None);
    }

    private static TimeSpan Wait(int attempts) => TimeSpan.FromSeconds(Math.Min(First.TotalSeconds * Math.Pow(2, attempts - 1), Longest.TotalSeconds));
}
