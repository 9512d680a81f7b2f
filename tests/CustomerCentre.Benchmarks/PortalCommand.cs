using System.Diagnostics;
using CustomerCentre.EndToEnd.Running;

namespace CustomerCentre.Benchmarks;

/// <summary>
/// A command of the portal in a process of its own, as it is delivered, watched from outside: what an import takes for one file lies between what it says of the file
/// before and of the file itself, since each is summed up when it is done.
/// </summary>
internal sealed class PortalCommand : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly Process process;
    private readonly string measured;
    private readonly long begun;
    private readonly Lock sampling = new();
    private (TimeSpan Cpu, long Clock) last;
    private TimeSpan cpu;
    private long ended;
    private long peak;

    private PortalCommand(ProcessStartInfo start, string measured)
    {
        this.measured = measured;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        begun = Stopwatch.GetTimestamp();
        last = (TimeSpan.Zero, begun);
        process.Start();
        process.BeginOutputReadLine();
    }

    /// <summary>Time of the processor and of the clock that the measured file took.</summary>
    public (TimeSpan Cpu, TimeSpan Spent) Measured { get; private set; }

    /// <summary>The same of the whole command.</summary>
    public (TimeSpan Cpu, TimeSpan Spent) Whole => (cpu, Stopwatch.GetElapsedTime(begun, ended));

    /// <summary>Most memory that the whole command held at a time, files it mapped included.</summary>
    public double PeakMegabytes => peak / 1e6;

    /// <summary>Brings a database up to date.</summary>
    public static async Task Migrate(string database) => (await Run(database, "", "migrate")).Dispose();

    /// <param name="database">Path of it.</param>
    /// <param name="measured">Name of the file whose time is noted.</param>
    /// <param name="files">All files of the import.</param>
    public static Task<PortalCommand> Import(string database, string measured, params IEnumerable<string> files) => Run(database, measured, ["import", .. files]);

    public void Dispose() => process.Dispose();

    private static async Task<PortalCommand> Run(string database, string measured, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.AppAssembly, .. arguments]) { WorkingDirectory = Path.GetDirectoryName(Repository.AppAssembly), RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Benchmark";
        start.Environment["ConnectionStrings__CustomerCentre"] = $"Data Source={database}";
        start.Environment["Importing__Reports"] = Path.GetDirectoryName(database);
        start.Environment["OldPasswords__Key"] = Convert.ToBase64String(new byte[32]);
        var command = new PortalCommand(start, measured);
        await command.ToItsEnd();
        return command.process.ExitCode == 0 ? command : throw new InvalidOperationException($"{arguments[0]} ended with {command.process.ExitCode}: not everything came in.");
    }

    private async Task ToItsEnd()
    {
        var end = process.WaitForExitAsync();
        while (await Task.WhenAny(end, Task.Delay(Look)) != end)
            Sample();
        ended = Stopwatch.GetTimestamp();
        await end;
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        Sample();
        var now = (Cpu: cpu, Clock: Stopwatch.GetTimestamp());
        // Progress is told in the same form, and adds up.
        if (measured.Length > 0 && line.StartsWith(measured, StringComparison.Ordinal))
            Measured = (Measured.Cpu + now.Cpu - last.Cpu, Measured.Spent + Stopwatch.GetElapsedTime(last.Clock, now.Clock));
        last = now;
    }

    private void Sample()
    {
        lock (sampling)
        {
            try
            {
                process.Refresh();
                (cpu, peak) = (process.TotalProcessorTime, Math.Max(peak, process.PeakWorkingSet64));
            }
            catch (InvalidOperationException) when (process.HasExited)
            {
                // Nothing can be read of it any more; what was seen last is at most one look old.
            }
        }
    }
}
