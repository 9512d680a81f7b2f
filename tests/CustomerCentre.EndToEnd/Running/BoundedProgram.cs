using System.ComponentModel;
using System.Diagnostics;

namespace CustomerCentre.EndToEnd.Running;

/// <summary>Runs an outside program to its end, or ends it when the limit has passed.</summary>
internal static class BoundedProgram
{
    /// <returns>Null when it did its work, otherwise why not, in one line.</returns>
    public static async Task<string?> Run(TimeSpan limit, string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var lastLine = "";
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => { }; // Read, so that it never waits for a reader.
        process.ErrorDataReceived += (_, line) => lastLine = Tells(line.Data) ? line.Data!.Trim() : lastLine;
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            return $"{program} did not start: {exception.Message}";
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var time = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(time.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return $"{program} was not ready in {limit.TotalMinutes:0.#} minutes";
        }

        return process.ExitCode == 0 ? null : $"{Path.GetFileName(program)} {string.Join(' ', arguments[1..])} ended with {process.ExitCode}: {lastLine}";
    }

    private static bool Tells(string? line) =>
        !string.IsNullOrWhiteSpace(line) && line.Trim() is var text && !text.StartsWith("at ", StringComparison.Ordinal) && text != "}";
}
