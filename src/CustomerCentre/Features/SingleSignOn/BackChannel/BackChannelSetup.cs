using System.Net;
using System.Net.Sockets;

namespace CustomerCentre.Features.SingleSignOn.BackChannel;

/// <summary>The way to services that are told of sign-outs.</summary>
internal static class BackChannelSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void AddBackChannel(this IServiceCollection services)
    {
        services.AddHttpClient(LogoutDelivery.Client, http => http.Timeout = Patience)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectCallback = Connect });
        services.AddSingleton<LogoutTokens>().AddScoped<LogoutDelivery>().AddHostedService<LogoutSender>();
    }

    // Names under .localhost are this machine (RFC 6761); browsers know it, resolvers do not.
    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var end = context.DnsEndPoint;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (end.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
                await socket.ConnectAsync([IPAddress.Loopback, IPAddress.IPv6Loopback], end.Port, cancellationToken);
            else
                await socket.ConnectAsync(end, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
