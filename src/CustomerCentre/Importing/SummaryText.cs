using System.Globalization;
using CustomerCentre.Resources;

namespace CustomerCentre.Importing;

/// <summary>Writes what became of a file for the person at the console.</summary>
internal static class SummaryText
{
    public static void Write(TextWriter console, FileSummary summary)
    {
        var perSecond = summary.Lines / Math.Max(summary.Spent.TotalSeconds, 0.001);
        Say(console, ImportTexts.Summary, summary.Name, summary.Lines, summary.Added, summary.Changed, summary.Unchanged, summary.Bad, summary.Spent.TotalSeconds, perSecond);
        if (summary.UnknownColumns.Count > 0)
            Say(console, ImportTexts.UnknownColumns, string.Join(", ", summary.UnknownColumns));
        foreach (var problem in summary.Problems)
            Say(console, ImportTexts.Problem, problem.Line, problem.Column, problem.Reason);
        if (summary.Bad > 0)
            Say(console, ImportTexts.AllProblems, summary.Report + ImportReports.Errors);
        foreach (var kept in summary.Kept)
            Say(console, ImportTexts.Conflict, kept.Line, kept.Key, kept.Column);
        if (summary.Conflicts > 0)
            Say(console, ImportTexts.AllConflicts, summary.Conflicts, summary.Report + ImportReports.Conflicts);
        if (summary.Failure is not null)
            WriteFailure(console, summary);
        if (summary.IsStopped)
            Say(console, ImportTexts.Stopped);
    }

    public static void WriteFailure(TextWriter console, FileSummary summary) => Say(console, ImportTexts.Failed, summary.Name, summary.Failure ?? "");

    private static void Say(TextWriter console, string text, params object[] values) => console.WriteLine(string.Format(CultureInfo.CurrentCulture, text, values));
}
