using CustomerCentre.Importing;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Data.Retention;

/// <summary>Removes everything whose time is over. Doing it twice is harmless.</summary>
public sealed class Tidying(CustomerCentreDb db, LastNotices notices, ImportReports reports, IOptions<RetentionOptions> options, TimeProvider time, ILogger<Tidying> logger)
{
    public async Task Run(CancellationToken cancellationToken)
    {
        foreach (var rule in RetentionTable.Rules)
            Tell(rule.What, await Remove(rule, cancellationToken));
        foreach (var rule in NoticeRule.Rules)
            Tell(rule.What, await notices.Run(rule, cancellationToken));
        Tell("Reports of imports", reports.DeleteBefore(time.GetUtcNow().AddDays(-options.Value.ImportReportDays)));
    }

    private async Task<int> Remove(RetentionRule rule, CancellationToken cancellationToken)
    {
        var (before, removed, last) = (time.GetUtcNow().AddDays(-rule.Days(options.Value)), 0, 0);
        do
        {
            last = await db.InTransaction(token => rule.Remove(new(db, before, options.Value.BatchSize, token)), cancellationToken);
            removed += last;
        }
        while (last == options.Value.BatchSize);
        return removed;
    }

    private void Tell(string what, int removed)
    {
        if (removed > 0)
            logger.LogInformation("{What} past their time: {Removed} removed", what, removed);
    }
}
