using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CustomerCentre.Benchmarks.Api;

/// <summary>A server in a process of its own, so that its processor time is nobody else's.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public TimeSpan CpuTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>What the portal is told, here and there.</summary>
    public static Dictionary<string, string?> Settings(string database) => new()
    {
        ["ConnectionStrings:CustomerCentre"] = $"Data Source={database}",
        ["Registers:Mode"] = "Off",
        ["Api:RequestsPerMinute"] = "1000000000",
        ["Portal:Address"] = "https://portal.example.cz",
        // As behind a proxy, which tells that the outer request came by HTTPS.
        ["Portal:KnownProxies:0"] = "127.0.0.1",
        ["Mail:From"] = "portal@example.cz",
        ["Mail:Smtp:Host"] = "mail.invalid",
    };

    /// <summary>The portal itself, as it is delivered.</summary>
    public static Task<ServerProcess> Portal(string database, params IEnumerable<KeyValuePair<string, string?>> more) => Start(
        [Path.Combine(AppContext.BaseDirectory, "CustomerCentre.dll")],
        Settings(database).Concat(more).ToDictionary(pair => pair.Key.Replace(":", "__", StringComparison.Ordinal), pair => pair.Value));

    /// <summary>What stands beside the portal: this program once more, as the server that an argument names.</summary>
    public static Task<ServerProcess> Other(string argument, string database) => Start([typeof(ServerProcess).Assembly.Location, argument, database], []);

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<ServerProcess> Start(string[] arguments, Dictionary<string, string?> variables)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = AppContext.BaseDirectory };
        variables["ASPNETCORE_ENVIRONMENT"] = "Benchmark";
        variables["ASPNETCORE_URLS"] = address.ToString();
        // One kind of collector for both, that of a web application.
        variables["DOTNET_gcServer"] = "1";
        // Threads that look for work in vain between two requests would count as the requests' own.
        variables["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0";
        // Nobody reads what is logged of each request.
        variables["Logging__LogLevel__Default"] = variables["Logging__LogLevel__Microsoft.AspNetCore"] = "Error";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        var server = new ServerProcess(Process.Start(start)!, address);
        await server.Listening();
        return server;
    }

    private async Task Listening()
    {
        using var http = new HttpClient();
        for (var second = 0; ; second++)
        {
            try
            {
                await http.GetAsync(Address);
                return;
            }
            catch (HttpRequestException) when (second < 60 && !process.HasExited)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
