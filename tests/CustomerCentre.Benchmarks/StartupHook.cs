using System.IO.Pipes;

/// <summary>
/// Loaded by the runtime into the measured process before its own Main: answers over a pipe how many bytes of managed memory are alive, so that the
/// app is measured as it is, without a page made for measuring. Its name and place are what the runtime asks for.
/// </summary>
internal static class StartupHook
{
    public const string Variable = "MEASURED_PIPE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } name)
            new Thread(() => Answer(name)) { IsBackground = true }.Start();
    }

    private static void Answer(string name)
    {
        while (true)
        {
            using var pipe = new NamedPipeServerStream(name, PipeDirection.InOut);
            pipe.WaitForConnection();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            using var answer = new BinaryWriter(pipe);
            answer.Write(GC.GetTotalMemory(forceFullCollection: true));
        }
    }
}
