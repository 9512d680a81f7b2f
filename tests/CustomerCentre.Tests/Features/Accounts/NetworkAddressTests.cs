using System.Net;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Accounts;

public sealed class NetworkAddressTests
{
    [Theory]
    [InlineData("10.1.2.3", "203.0.113.9")]
    [InlineData("192.0.2.77", "203.0.113.9")]
    [InlineData("198.51.100.1", "198.51.100.1")]
    [InlineData("::ffff:198.51.100.1", "198.51.100.1")]
    public async Task A_forwarded_address_is_believed_from_known_proxies_only(string connection, string expected)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection([new("Portal:KnownProxies:0", "10.0.0.0/8"), new("Portal:KnownProxies:1", "192.0.2.77")]);
        builder.Services.AddScoped<CurrentUser>().AddOptions<ProxyOptions>().BindConfiguration("Portal");
        await using var app = builder.Build();
        app.Use((http, next) =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(connection);
            return next(http);
        });
        app.UseKnownProxies();
        app.UseNetworkAddress();
        app.Run(http => http.Response.WriteAsync(http.RequestServices.GetRequiredService<CurrentUser>().Address));
        await app.StartAsync(TestContext.Current.CancellationToken);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        var answer = await app.GetTestClient().SendAsync(request, TestContext.Current.CancellationToken);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(expected);
    }
}
