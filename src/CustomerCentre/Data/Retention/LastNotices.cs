using System.Security.Cryptography;
using System.Text;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Data.Retention;

/// <summary>
/// Tells people once what of theirs is about to go away, and lets nothing go before they had the days to act, even if this job did not run for months.
/// The notice's id is made of what it concerns, so the outbox itself remembers whether it was written; a touch begins it all anew.
/// </summary>
public sealed class LastNotices(CustomerCentreDb db, Outbox outbox, IOptions<RetentionOptions> options, TimeProvider time)
{
    internal async Task<int> Run(NoticeRule rule, CancellationToken cancellationToken)
    {
        var (deleted, after, id) = (0, DateTimeOffset.MinValue, Guid.Empty);
        while (true)
        {
            var (batch, gone) = await db.InTransaction(token => Step(rule, after, id, token), cancellationToken);
            deleted += gone;
            if (batch.Count < options.Value.BatchSize)
                return deleted;
            (after, id) = (batch[^1].TouchedAt, batch[^1].Id);
        }
    }

    private async Task<(List<Ending> Batch, int Deleted)> Step(NoticeRule rule, DateTimeOffset after, Guid afterId, CancellationToken cancellationToken)
    {
        var (days, now) = (rule.Days(options.Value), time.GetUtcNow());
        var noticedBefore = now.AddDays(options.Value.NoticeDays - days);
        var batch = await rule.Find(db)
            .Where(row => row.TouchedAt < noticedBefore && (row.TouchedAt > after || (row.TouchedAt == after && row.Id > afterId)))
            .OrderBy(row => row.TouchedAt).ThenBy(row => row.Id).Take(options.Value.BatchSize).ToListAsync(cancellationToken);
        var ids = batch.ConvertAll(row => NoticeId(rule, row));
        var written = await db.Outbox.Where(mail => ids.Contains(mail.Id)).ToDictionaryAsync(mail => mail.Id, mail => mail.CreatedAt, cancellationToken);

        var over = new List<Guid>();
        foreach (var (row, notice) in batch.Zip(ids))
        {
            var email = EmailAddress.TryParse(row.Email);
            if (email is not null && !written.ContainsKey(notice))
                outbox.Add(notice, email, row.Language, () => rule.Write(LastDay(row.TouchedAt.AddDays(days), now)));
            else if (row.TouchedAt < now.AddDays(-days) && (email is null || Earliest(written[notice]) <= time.Today()))
                over.Add(row.Id);
        }

        await db.SaveChangesAsync(cancellationToken);
        return (batch, await rule.Delete(db, over, cancellationToken));
    }

    private DateOnly LastDay(DateTimeOffset planned, DateTimeOffset noticed)
    {
        var (day, earliest) = (BusinessCalendar.DayOf(planned), Earliest(noticed));
        return day > earliest ? day : earliest;
    }

    // Counted in days of the calendar: tonight's run may be a second earlier than that of a week ago.
    private DateOnly Earliest(DateTimeOffset noticed) => BusinessCalendar.DayOf(noticed).AddDays(options.Value.NoticeDays);

    private static Guid NoticeId(NoticeRule rule, Ending row) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{rule.What}\n{row.Id:n}\n{row.TouchedAt.UtcTicks}")).AsSpan(0, 16));
}
