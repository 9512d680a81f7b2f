using System.Net;
using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RelyingParty;

namespace CustomerCentre.Tests.Features.SingleSignOn;

/// <summary>The E-shop on Microsoft's OpenID Connect handler (<c>tests/RelyingParty</c>), in memory beside the portal. What the handler does not accept, it throws.</summary>
internal sealed class MicrosoftSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private MicrosoftSite(WebApplication app)
    {
        this.app = app;
        var http = app.GetTestClient();
        http.BaseAddress = new("https://eshop.example");
        Browser = new(http, "cs");
    }

    /// <summary>The person's browser as the site sees it; the portal's cookies are in the other.</summary>
    public Browser Browser { get; }

    public static async Task<MicrosoftSite> Beside(ServicePortal world)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["OpenIdConnect:Authority"] = "https://localhost/",
            ["OpenIdConnect:ClientId"] = "eshop",
            ["OpenIdConnect:ClientSecret"] = ServicePortal.Secret,
            ["OpenIdConnect:SignedOutCallbackPath"] = "/signed-out",
        });
        Site.Add(builder.Services, builder.Configuration);
        builder.Services.Configure<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme, oidc =>
        {
            oidc.Backchannel = world.Portal.CreateHttp();
            oidc.TokenValidationParameters.LifetimeValidator = (_, expires, _, _) => expires > world.Portal.Time.GetUtcNow().UtcDateTime;
        });
        var app = builder.Build();
        Site.Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    /// <summary>Where the site sends the person, with further parameters.</summary>
    public async Task<string> Request(params (string Name, string? Value)[] other)
    {
        var asked = (await Browser.Get("/sign-in")).Leads.ShouldNotBeNull();
        var query = QueryHelpers.ParseQuery(asked.Split('?', 2)[1]).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString());
        foreach (var (name, value) in other)
            query[name] = value;
        return QueryHelpers.AddQueryString(asked.Split('?', 2)[0], query.Where(pair => pair.Value is not null).ToDictionary());
    }

    /// <summary>The whole way of a person who is signed in at the portal; answers the site's page.</summary>
    public async Task<WebPage> SignIn(Browser portal, params (string Name, string? Value)[] other) => await Return(await portal.Get(await Request(other)));

    /// <summary>Follows the portal's answer back to the site.</summary>
    public async Task<WebPage> Return(WebPage answer)
    {
        var back = new Uri(answer.Leads.ShouldNotBeNull(answer.Html));
        back.Host.ShouldBe("eshop.example");
        (await Browser.Get(back.PathAndQuery)).Leads.ShouldBe("/");
        return await Home();
    }

    public Task<WebPage> Home() => Browser.Get("/");

    /// <summary>Whom the site takes the person for; null when nobody is signed in.</summary>
    public static string? WhoIn(WebPage home) => home.Document.QuerySelector("#sub")?.TextContent;

    /// <summary>Receives the portal's news of a sign-out.</summary>
    public async Task<HttpStatusCode> Hear(string token) => (await app.GetTestClient().PostAsync(
        "/signed-out-elsewhere", new FormUrlEncodedContent([new("logout_token", token)]), TestContext.Current.CancellationToken)).StatusCode;

    public ValueTask DisposeAsync()
    {
        Browser.Dispose();
        return app.DisposeAsync();
    }
}
