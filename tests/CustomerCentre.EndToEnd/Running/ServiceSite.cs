using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CustomerCentre.EndToEnd.Running;

/// <summary>A service of the operator, played by tests/RelyingParty, on a name and a port of its own.</summary>
public sealed class ServiceSite : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly string name;
    private AppProcess? process;

    public ServiceSite(string id, string name)
    {
        (Id, this.name) = (id, name);
        Port = FreePort();
    }

    public string Id { get; }

    public int Port { get; }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://{Id}.localhost:{Port}/");

    /// <summary>What the portal must know of it.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new($"Operator:Services:{Id}:Secret", Secret),
        new($"Operator:Services:{Id}:StartAddress", Address),
        new($"Operator:Services:{Id}:RedirectUris:0", Address + "signin-oidc"),
        new($"Operator:Services:{Id}:PostLogoutRedirectUris:0", Address + "signout-callback-oidc"),
        new($"Operator:Services:{Id}:BackChannelLogoutUri", Address + "signed-out-elsewhere"),
    ];

    private string Secret => $"a-secret-of-a-journey-for-{Id}-alone";

    public async Task Start(Uri portal)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Repository.SiteAssembly]);
        start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        start.Environment["Name"] = name;
        start.Environment["OpenIdConnect__Authority"] = portal.AbsoluteUri;
        start.Environment["OpenIdConnect__ClientId"] = Id;
        start.Environment["OpenIdConnect__ClientSecret"] = Secret;
        process = new AppProcess(start);
        await process.Listening(StartLimit);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
    }

    // Below those that systems lend to outgoing connections: between this look and the start nobody is given it.
    private static int FreePort()
    {
        for (var tries = 0; ; tries++)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 30_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException) when (tries < 20)
            {
                // Somebody listens there; elsewhere there is room.
            }
        }
    }
}
