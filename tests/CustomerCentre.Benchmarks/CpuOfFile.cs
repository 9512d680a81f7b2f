using System.Text;

namespace CustomerCentre.Benchmarks;

/// <summary>A console that notes the processor time between what an import says of the file before and of the file itself: each is summed up when it is done.</summary>
internal sealed class CpuOfFile(string name) : TextWriter
{
    private TimeSpan last = Environment.CpuUsage.TotalTime;

    public TimeSpan Spent { get; private set; }

    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value)
    {
        // A summary; progress is told in the same form, and adds up.
        var now = Environment.CpuUsage.TotalTime;
        if (value?.StartsWith(name, StringComparison.Ordinal) == true)
            Spent += now - last;
        last = now;
    }
}
