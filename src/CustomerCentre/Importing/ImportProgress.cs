using System.Globalization;
using CustomerCentre.Resources;

namespace CustomerCentre.Importing;

/// <summary>Tells how far a file has come: on one line that is written over and over where somebody looks on, as a new line every few seconds elsewhere.</summary>
internal sealed class ImportProgress(TextWriter console, bool isWatched, TimeProvider time)
{
    private static readonly TimeSpan Watched = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Logged = TimeSpan.FromSeconds(5);

    private string file = "";
    private long begun;
    private long told;

    public void Begin(string name) => (file, begun, told) = (name, time.GetTimestamp(), time.GetTimestamp());

    /// <param name="lines">Lines done.</param>
    /// <param name="share">Share of the file that was read, from 0 to 1; how many lines the whole has is estimated from it.</param>
    public void Tell(long lines, double share)
    {
        if (time.GetElapsedTime(told) < (isWatched ? Watched : Logged) || share <= 0)
            return;
        told = time.GetTimestamp();
        var spent = time.GetElapsedTime(begun);
        var left = spent * ((1 - share) / share);
        var text = string.Format(
            CultureInfo.CurrentCulture, ImportTexts.Progress, file, lines, (long)(lines / share), lines / spent.TotalSeconds, left.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture));
        if (isWatched)
            console.Write('\r' + text.PadRight(100));
        else
            console.WriteLine(text);
    }

    public void End(FileSummary summary)
    {
        summary.Spent = time.GetElapsedTime(begun);
        if (isWatched)
            console.Write('\r' + new string(' ', 100) + '\r');
        SummaryText.Write(console, summary);
    }
}
