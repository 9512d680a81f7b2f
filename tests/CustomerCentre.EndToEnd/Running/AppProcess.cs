using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CustomerCentre.EndToEnd.Running;

/// <summary>One life of the app: from its start to its end, with what it wrote.</summary>
internal sealed partial class AppProcess : IAsyncDisposable
{
    private const int KeptLines = 200;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    public AppProcess(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += EndWithTests;
        _ = WatchEnd();
    }

    public string Output => string.Join(Environment.NewLine, lines);

    /// <summary>Processor time it has used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Answers the port once the app listens.</summary>
    public async Task<int> Listening(TimeSpan limit)
    {
        try
        {
            return await port.Task.WaitAsync(limit);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The app did not listen within {limit.TotalSeconds} seconds. It wrote:{Environment.NewLine}{Output}");
        }
    }

    /// <summary>Ends it as kill -9 does: it can tidy nothing up.</summary>
    public async Task Kill()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithTests;
        await Kill();
        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        while (lines.Count > KeptLines)
        {
            lines.TryDequeue(out _);
        }

        if (ListeningLine().Match(line) is { Success: true } match)
        {
            port.TrySetResult(int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private async Task WatchEnd()
    {
        await process.WaitForExitAsync();
        port.TrySetException(new InvalidOperationException($"The app ended before it listened. It wrote:{Environment.NewLine}{Output}"));
    }

    private void EndWithTests(object? sender, EventArgs e) => process.Kill(entireProcessTree: true);

    [GeneratedRegex(@"Now listening on: http://127\.0\.0\.1:(\d+)")]
    private static partial Regex ListeningLine();
}
