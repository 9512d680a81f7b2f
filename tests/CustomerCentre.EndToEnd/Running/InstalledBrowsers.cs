namespace CustomerCentre.EndToEnd.Running;

/// <summary>The usual places of Chromium, Chrome and Edge.</summary>
internal static class InstalledBrowsers
{
    private static readonly string[] LinuxNames =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"];

    private static readonly string[] MacNames = ["Chromium", "Google Chrome", "Microsoft Edge"];

    private static readonly string[] WindowsNames =
        [@"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe", @"Chromium\Application\chrome.exe"];

    private static readonly string[] WindowsRoots = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];

    public static IEnumerable<string> Find() => Places().Distinct().Where(File.Exists);

    private static IEnumerable<string> Places()
    {
        if (OperatingSystem.IsWindows())
        {
            return from name in WindowsNames
                   from root in WindowsRoots
                   select Path.Combine(Environment.GetEnvironmentVariable(root) ?? "", name);
        }

        if (OperatingSystem.IsMacOS())
        {
            return from name in MacNames
                   from root in new[] { "", Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) }
                   select $"{root}/Applications/{name}.app/Contents/MacOS/{name}";
        }

        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return from name in LinuxNames
               from folder in (string[])[.. onPath, "/usr/bin", "/usr/local/bin", "/snap/bin"]
               select Path.Combine(folder, name);
    }
}
