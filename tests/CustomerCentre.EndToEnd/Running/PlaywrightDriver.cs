using System.Runtime.InteropServices;

namespace CustomerCentre.EndToEnd.Running;

/// <summary>Playwright's own Node and script, which its package puts beside the tests at build.</summary>
internal static class PlaywrightDriver
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, ".playwright");

    public static void EnsurePresent()
    {
        if (!File.Exists(Node) || !File.Exists(Script))
        {
            throw new FileNotFoundException($"Playwright's driver is missing in {Folder}: build the tests on this machine (dotnet build) and run them again.");
        }
    }

    /// <summary>As a process of its own, not in ours, so that it can be ended when the limit has passed.</summary>
    public static Task<string?> DownloadChromium(TimeSpan limit) =>
        BoundedProgram.Run(limit, Node, [Script, "install", "chromium", "--only-shell"], ("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "10000"));

    private static string Script => Path.Combine(Folder, "package", "cli.js");

    private static string Node
    {
        get
        {
            var arm = RuntimeInformation.OSArchitecture == Architecture.Arm64;
            return OperatingSystem.IsWindows() ? Path.Combine(Folder, "node", "win32_x64", "node.exe")
                : Path.Combine(Folder, "node", (OperatingSystem.IsMacOS() ? "darwin" : "linux") + (arm ? "-arm64" : "-x64"), "node");
        }
    }
}
