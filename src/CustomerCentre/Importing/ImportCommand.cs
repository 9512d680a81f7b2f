using System.Runtime.InteropServices;
using CustomerCentre.Resources;

namespace CustomerCentre.Importing;

/// <summary>The command <c>import FILE…</c>.</summary>
internal static class ImportCommand
{
    /// <summary>Every line was good.</summary>
    public const int AllGood = 0;

    /// <summary>Some lines were bad, or the run was stopped.</summary>
    public const int SomeBad = 1;

    /// <summary>A file could not be read.</summary>
    public const int Unreadable = 2;

    public static async Task<int> Run(IServiceProvider services, string[] files)
    {
        if (files.Length == 0)
        {
            Console.Error.WriteLine(ImportTexts.Usage);
            return Unreadable;
        }

        using var stopping = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stopping.Cancel();
        }

        var progress = new ImportProgress(Console.Out, !Console.IsOutputRedirected, services.GetRequiredService<TimeProvider>());
        var run = new ImportRun(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<ImportReports>(), progress);
        var summaries = await run.Import(files.Select(ImportSource.File), stopping.Token);
        foreach (var failed in summaries.Where(summary => summary is { Failure: not null, Kind: null }))
            SummaryText.WriteFailure(Console.Error, failed);
        return CodeOf(summaries);
    }

    public static int CodeOf(IReadOnlyCollection<FileSummary> summaries) =>
        summaries.Any(summary => summary.Failure is not null) ? Unreadable
        : summaries.Any(summary => summary.Bad > 0 || summary.IsStopped) ? SomeBad
        : AllGood;
}
