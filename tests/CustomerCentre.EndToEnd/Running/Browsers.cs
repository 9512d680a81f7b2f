using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Running;

/// <summary>Starts a browser: an installed one, else a downloaded one, else Debian's package. Without any the journeys fail.</summary>
internal sealed class Browsers(IPlaywright playwright)
{
    public const string Variable = "CUSTOMERCENTRE_BROWSER";

    private readonly List<string> reasons = [];

    public async Task<IBrowser> Launch()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrWhiteSpace(named))
        {
            return await TryLaunch(named) ?? throw new InvalidOperationException(
                $"{Variable} names {named}, which does not start as a Chromium browser: correct it or unset it, and run the tests again.");
        }

        return await Installed() ?? await TryLaunch(null) ?? await Downloaded() ?? await FromDebian() ?? throw new InvalidOperationException(
            $"No browser for the journeys: install Chromium, Chrome or Edge, or set {Variable} to its executable file, and run the tests again. Tried: {string.Join("; ", reasons)}.");
    }

    private async Task<IBrowser?> Installed()
    {
        foreach (var path in InstalledBrowsers.Find())
        {
            if (await TryLaunch(path) is { } browser)
            {
                return browser;
            }
        }

        return null;
    }

    private async Task<IBrowser?> Downloaded() =>
        Succeeded(await PlaywrightDriver.DownloadChromium(TimeSpan.FromMinutes(5))) ? await TryLaunch(null) : null;

    private async Task<IBrowser?> FromDebian()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !File.Exists("/usr/bin/apt-get"))
        {
            return null;
        }

        // A stale list of packages may still serve, so only the installation decides.
        Succeeded(await AptGet(TimeSpan.FromMinutes(3), "update"));
        return Succeeded(await AptGet(TimeSpan.FromMinutes(10), "install", "-y", "chromium"))
            ? await Installed() : null;
    }

    private static Task<string?> AptGet(TimeSpan limit, params string[] arguments) =>
        BoundedProgram.Run(limit, "/usr/bin/apt-get", ["-o", "DPkg::Lock::Timeout=120", .. arguments], ("DEBIAN_FRONTEND", "noninteractive"));

    private bool Succeeded(string? reason)
    {
        if (reason is not null)
        {
            reasons.Add(reason);
        }

        return reason is null;
    }

    // Whether a browser is there is only known when it has started: a file may lack its libraries.
    private async Task<IBrowser?> TryLaunch(string? path)
    {
        try
        {
            return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Headless = true, Args = Arguments(), Timeout = 30_000 });
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            reasons.Add($"{path ?? "Playwright's own"} did not start");
            return null;
        }
    }

    private static string[] Arguments()
    {
        string[] always =
        [
            "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1", // Nothing leaves the machine, even by mistake.
        ];
        var root = Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows();
        return root ? [.. always, "--no-sandbox"] : always;
    }
}
