using CustomerCentre.Data;
using CustomerCentre.Data.Bulk;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Importing;

/// <summary>
/// Imports files, each batch in a context and a transaction of its own, so that memory stays small, other writers get their turn and a stopped run loses nothing:
/// it is simply run again.
/// </summary>
internal sealed class ImportRun(IServiceScopeFactory scopes, ImportReports reports, ImportProgress progress)
{
    public const int BatchSize = 2_000;

    /// <param name="sources">Files in any order; they are read in the order in which one kind needs the other.</param>
    /// <param name="stop">Ends the run after the batch in hand.</param>
    public async Task<List<FileSummary>> Import(IEnumerable<ImportSource> sources, CancellationToken stop)
    {
        var (summaries, files) = (new List<FileSummary>(), new List<(ImportSource Source, SourceReader Reader)>());
        try
        {
            foreach (var source in sources)
                Open(source, files, summaries);
            var kinds = files.Select(file => file.Reader.Header.Kind.Name).ToHashSet();
            var isSupportToCome = kinds.Contains("licences") && kinds.Contains("support-periods");
            foreach (var (source, reader) in files.OrderBy(file => FileKind.All.Index().First(kind => kind.Item == file.Reader.Header.Kind).Index))
                summaries.Add(await Import(source, reader, isSupportToCome, stop));
            if (isSupportToCome && !stop.IsCancellationRequested)
                await GiveDefaultSupport();
            return summaries;
        }
        finally
        {
            files.ForEach(file => file.Reader.Dispose());
        }
    }

    private static void Open(ImportSource source, List<(ImportSource, SourceReader)> files, List<FileSummary> summaries)
    {
        try
        {
            files.Add((source, SourceReader.Open(source)));
        }
        catch (UnreadableFileException exception)
        {
            summaries.Add(new FileSummary(source.Name, null) { Failure = exception.Message });
        }
    }

    private async Task<FileSummary> Import(ImportSource source, SourceReader reader, bool isSupportToCome, CancellationToken stop)
    {
        var summary = new FileSummary(source.Name, reader.Header) { Report = reports.PathFor(source.Name) };
        using var report = new ImportReport(summary.Report, reader.Header);
        progress.Begin(source.Name);
        var isFirstLoad = reader.Header.Kind.Name == "licences" && await WithDb(db => FirstLoad.Begin(db, CancellationToken.None));
        var ahead = ReadAhead(reader, stop);
        try
        {
            while (await ahead is { Count: > 0 } lines && !stop.IsCancellationRequested)
            {
                ahead = ReadAhead(reader, stop);
                var batch = await Save(reader.Header, lines, isSupportToCome);
                summary.Count(batch);
                report.Write(batch);
                progress.Tell(summary.Lines, reader.Share);
                // A batch leaves nothing behind, but its garbage would grow to a hundred megabytes before a collector looks.
                GC.Collect(1);
            }

            summary.IsStopped = stop.IsCancellationRequested;
        }
        catch (UnreadableFileException exception)
        {
            summary.Failure = exception.Message;
        }
        finally
        {
            // Nobody may close a file that is being read.
            await ahead.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            if (isFirstLoad)
                await WithDb(db => FirstLoad.End(db, CancellationToken.None));
        }

        progress.End(summary);
        return summary;
    }

    private async Task<T> WithDb<T>(Func<CustomerCentreDb, Task<T>> use)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<CustomerCentreDb>());
    }

    // The next lines are read while the ones before them are being saved.
    private static Task<List<SourceLine>> ReadAhead(SourceReader reader, CancellationToken stop) =>
        stop.IsCancellationRequested ? Task.FromResult<List<SourceLine>>([]) : Task.Run(() => reader.Read(BatchSize), CancellationToken.None);

    private async Task<Batch> Save(Header header, List<SourceLine> lines, bool isSupportToCome)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await BatchWriter.Save(scope.ServiceProvider, header, lines, isSupportToCome);
        }
        catch (DbUpdateException) when (lines.Count > 1)
        {
            // Something the rules did not foresee: the good lines must not suffer, so each goes alone.
            var singles = new List<Batch>();
            foreach (var line in lines)
                singles.Add(await Save(header, [line], isSupportToCome));
            return Batch.Join(header, singles);
        }
        catch (DbUpdateException)
        {
            return Batch.Refused(header, lines, ImportTexts.NotSaved);
        }
    }

    private async Task GiveDefaultSupport()
    {
        for (Guid? last = Guid.Empty; last is not null;)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CustomerCentreDb>();
            var rule = scope.ServiceProvider.GetRequiredService<SupportRule>();
            var from = last.Value;
            if (!await DefaultSupport.IsNeeded(db, from, CancellationToken.None))
                return;
            last = await db.InTransaction(token => DefaultSupport.GiveToNext(db, rule, from, BatchSize, token), CancellationToken.None);
        }
    }
}
