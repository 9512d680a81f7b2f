using System.Diagnostics;

namespace CustomerCentre.Benchmarks;

/// <summary>
/// Compares two ways of doing the same by the processor time they take, in turns, so that a noisy machine disturbs both alike. The median of the rounds counts.
/// </summary>
public static class Interleaved
{
    public const int Rounds = 5;

    /// <summary>Processor microseconds a time of each.</summary>
    /// <param name="times">How often each is done in a round.</param>
    public static async Task<(double Ours, double Baseline)> CpuOf(Func<int, Task> ours, Func<int, Task> baseline, int times)
    {
        await ours(times);
        await baseline(times);
        var (mine, other) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            mine.Add(await Cpu(ours, times));
            other.Add(await Cpu(baseline, times));
        }

        return (Median(mine), Median(other));
    }

    public static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>The value that 99 of 100 stay under.</summary>
    public static double P99(IReadOnlyCollection<double> values) => values.Order().ElementAt(Math.Min(values.Count - 1, values.Count * 99 / 100));

    private static async Task<double> Cpu(Func<int, Task> work, int times)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await work(times);
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMicroseconds / times;
    }
}
