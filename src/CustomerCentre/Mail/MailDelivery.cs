using CustomerCentre.Data;
using CustomerCentre.Domain.Records;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Mail;

/// <summary>Delivers the mails that are due, at least once each. Logs name a mail by its id and kind only.</summary>
public sealed class MailDelivery(CustomerCentreDb db, SmtpPost post, TimeProvider time, ILogger<MailDelivery> logger)
{
    public const int BatchSize = 20;

    /// <summary>How long a mail stays with the node that took it; after a crash another one takes it then.</summary>
    public static readonly TimeSpan Claimed = TimeSpan.FromMinutes(5);

    private const int PermanentRefusal = 500;

    /// <summary>Tries the next mails that are due and answers how many there were.</summary>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await db.Outbox.AsNoTracking().Where(mail => mail.DueAt <= now).OrderBy(mail => mail.DueAt).Take(BatchSize).ToListAsync(cancellationToken);
        foreach (var mail in due)
        {
            var until = time.GetUtcNow() + Claimed;
            if (await Claim(mail, until, cancellationToken))
                await Deliver(mail, until, cancellationToken);
        }

        return due.Count;
    }

    // Of two nodes that read the same row only one finds it still due as read.
    private Task<bool> Claim(OutgoingMail mail, DateTimeOffset until, CancellationToken cancellationToken) =>
        db.InTransaction(async token => await db.Outbox.Where(row => row.Id == mail.Id && row.DueAt == mail.DueAt).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.DueAt, until).SetProperty(row => row.Attempts, row => row.Attempts + 1), token) == 1, cancellationToken);

    private async Task Deliver(OutgoingMail mail, DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            if (post.IsDelivering)
                await post.Send(mail, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            await Postpone(mail, until, exception, cancellationToken);
            return;
        }

        // Also while stopping: what was delivered must not be delivered again.
        var now = time.GetUtcNow();
        await db.InTransaction(
            token => db.Outbox.Where(row => row.Id == mail.Id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.SentAt, now).SetProperty(row => row.DueAt, (DateTimeOffset?)null), token),
            CancellationToken.None);
    }

    private async Task Postpone(OutgoingMail mail, DateTimeOffset until, Exception exception, CancellationToken cancellationToken)
    {
        var wait = IsRefusedForGood(exception) ? null : Backoff.After(mail.Attempts + 1);
        // The exception's own words may repeat the receiver's address.
        var reason = exception is SmtpCommandException refusal ? $"{refusal.ErrorCode} {(int)refusal.StatusCode}" : exception.GetType().Name;
        if (wait is null)
            logger.LogError("Mail {Id} of kind {Kind} is given up: {Reason}", mail.Id, mail.Kind, reason);
        else
            logger.LogWarning("Mail {Id} of kind {Kind} was not delivered, next try in {Wait}: {Reason}", mail.Id, mail.Kind, wait, reason);
        // Only while it is still ours: whoever took it over from a node this slow may have delivered it.
        var next = time.GetUtcNow() + wait;
        await db.InTransaction(
            token => db.Outbox.Where(row => row.Id == mail.Id && row.DueAt == until).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, next), token),
            cancellationToken);
    }

    private static bool IsRefusedForGood(Exception exception) =>
        exception is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refusal && (int)refusal.StatusCode >= PermanentRefusal;
}
