using System.Diagnostics;
using System.Globalization;

namespace CustomerCentre.EndToEnd.Running;

/// <summary>The app as a real process on files of its own, which outlive a kill and go away at the end.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("customercentre-");
    private readonly IReadOnlyDictionary<string, string> settings;
    private AppProcess? process;

    private RunningApp(IReadOnlyDictionary<string, string> settings) => this.settings = settings;

    /// <summary>The address for a browser: on the host localhost secure cookies work without a certificate.</summary>
    public Uri Address { get; private set; } = new("http://localhost:0");

    /// <summary>Where the app keeps its SQLite database.</summary>
    public string DatabaseFile => Path.Combine(folder.FullName, "customercentre.db");

    /// <summary>The last lines the app wrote.</summary>
    public string Output => process?.Output ?? "";

    /// <param name="settings">Settings of the app ("Registers:Mode") and variables ("ASPNETCORE_ENVIRONMENT"), over the defaults.</param>
    public static async Task<RunningApp> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var app = new RunningApp(settings ?? new Dictionary<string, string>());
        try
        {
            await app.Begin();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the process as kill -9 does; the files stay.</summary>
    public Task KillAsync() => process?.Kill() ?? Task.CompletedTask;

    /// <summary>Runs a command of the app as a second process on the same files.</summary>
    /// <returns>Null when it did its work, otherwise why not.</returns>
    public Task<string?> Command(string command) => BoundedProgram.Run(
        StartLimit, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Repository.AppAssembly, command],
        ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_CONTENTROOT", Path.GetDirectoryName(Repository.AppAssembly)!), ("ConnectionStrings__CustomerCentre", $"Data Source={DatabaseFile}"));

    /// <summary>Ends the process if it lives and starts it on the same files and the same port.</summary>
    public async Task RestartAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            await End();
            try
            {
                await Begin();
                return;
            }
            catch (InvalidOperationException) when (attempt < 5 && Output.Contains("address already in use", StringComparison.OrdinalIgnoreCase))
            {
                // The port was free for a moment, so somebody's outgoing connection may hold it briefly.
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        for (var attempt = 1; folder.Exists; attempt++, folder.Refresh())
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException) when (attempt < 10)
            {
                await Task.Delay(200); // Windows lets go of a dead process's files a little later.
            }
        }
    }

    private async Task Begin()
    {
        process = new AppProcess(StartInfo());
        Address = new UriBuilder("http", "localhost", await process.Listening(StartLimit)).Uri;
    }

    private async Task End()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
            process = null;
        }
    }

    private ProcessStartInfo StartInfo()
    {
        // The working folder is the app's own, where it finds its settings and its list of static files.
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Repository.AppAssembly])
        {
            WorkingDirectory = Path.GetDirectoryName(Repository.AppAssembly),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_TieredPGO"] = "0"; // As the tests themselves: too short to win it back.
        start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Address.Port}");
        start.Environment["ConnectionStrings__CustomerCentre"] = $"Data Source={DatabaseFile}";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }
}
