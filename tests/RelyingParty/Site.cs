using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;

namespace RelyingParty;

/// <summary>A service of the operator as its makers would write it: Microsoft's OpenID Connect handler, and the receiver of sign-outs, which that lacks.</summary>
internal static class Site
{
    public static Task Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        Add(builder.Services, builder.Configuration);
        var app = builder.Build();
        Map(app);
        return app.RunAsync();
    }

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton<EndedVisits>();
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => cookie.Events.OnValidatePrincipal = EndedVisits.Check)
            .AddOpenIdConnect(oidc => Configure(oidc, configuration));
    }

    public static void Map(WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/", Page.Home);
        app.MapGet("/sign-in", (string? prompt) => Results.Challenge(
            new OpenIdConnectChallengeProperties { RedirectUri = "/", Prompt = prompt }, [OpenIdConnectDefaults.AuthenticationScheme]));
        app.MapPost("/sign-out", () => Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/" }, [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]));
        app.MapPost("/signed-out-elsewhere", BackChannel.Receive);
    }

    private static void Configure(OpenIdConnectOptions oidc, IConfiguration configuration)
    {
        configuration.Bind("OpenIdConnect", oidc);
        oidc.ResponseType = "code";
        oidc.ResponseMode = "query";
        oidc.RequireHttpsMetadata = false;
        oidc.MapInboundClaims = false;
        oidc.GetClaimsFromUserInfoEndpoint = true;
        oidc.SaveTokens = true;
        oidc.AccessDeniedPath = "/";
        oidc.TokenValidationParameters.NameClaimType = "name";
        oidc.ClaimActions.MapCustomJson("customers", user => user.TryGetProperty("customers", out var customers) ? customers.GetRawText() : null);
        oidc.Scope.Add("email");
        oidc.Scope.Add("customer");
        // The site stands on plain http in tests, where a cookie for other sites' posts is not to be had; the answer comes as a link, so it is not needed.
        oidc.CorrelationCookie.SameSite = oidc.NonceCookie.SameSite = SameSiteMode.Lax;
        oidc.CorrelationCookie.SecurePolicy = oidc.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
