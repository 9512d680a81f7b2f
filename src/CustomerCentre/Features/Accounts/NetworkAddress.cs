using System.Net;
using CustomerCentre.Requests;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts;

/// <summary>Tells each request from where it comes and from which browser. A forwarded address is believed from configured proxies only: anybody can write that header.</summary>
public static class NetworkAddress
{
    public static void UseNetworkAddress(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            var user = http.RequestServices.GetRequiredService<CurrentUser>();
            var address = http.Connection.RemoteIpAddress;
            user.Address = (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString() ?? "";
            user.Device = http.Request.Headers.UserAgent.ToString();
            user.TrustToken = http.Request.Cookies[TwoFactor.TrustedBrowserCookie.Name];
            return next(http);
        });
    }

    /// <summary>Goes first in the pipeline, because whether a request came by HTTPS is forwarded too.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.KnownProxies;
        if (proxies.Count == 0)
            return;

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (proxy.Contains('/'))
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            else
                options.KnownProxies.Add(IPAddress.Parse(proxy));
        }

        app.UseForwardedHeaders(options);
    }
}
