using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CustomerCentre.Benchmarks.Lookup;

/// <summary>How long work took, by the wall clock and by the processor time of its thread: SQLite answers on the thread that asks, so the rest is the machine's doing.</summary>
internal readonly record struct ThreadTime(double Wall, double Processor)
{
    private const int ThreadClock = 3;

    public static async Task<ThreadTime> Of(Func<Task> work)
    {
        var (start, before, thread) = (Stopwatch.GetTimestamp(), Now(), Environment.CurrentManagedThreadId);
        await work();
        var (wall, after) = (Stopwatch.GetElapsedTime(start).TotalMilliseconds, Now());
        // Elsewhere than on Linux, or when the work went on to another thread, the wall clock is all there is.
        return new(wall, after > before && thread == Environment.CurrentManagedThreadId ? after - before : wall);
    }

    private static double Now() => OperatingSystem.IsLinux() && ReadClock(ThreadClock, out var time) == 0 ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6) : 0;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int ReadClock(int clock, out Moment time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
