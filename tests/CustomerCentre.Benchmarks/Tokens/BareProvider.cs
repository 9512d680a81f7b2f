using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CustomerCentre.Benchmarks.Tokens;

/// <summary>
/// What the portal's tokens stand beside: OpenIddict as its own samples set it up, on EF Core and an SQLite file (WAL, FULL), with RSA keys, all of its checks and rows.
/// It knows no people: a password grant gives the first refresh token to whoever asks, a refresh looks nobody up.
/// </summary>
internal static class BareProvider
{
    public const string Argument = "serve-bare-provider";
    public const string Client = "bare";
    public const string Secret = "388D45FA-B36B-4988-BA59-B187D329C207";

    public static async Task Run(string database)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddDbContext<DbContext>(db => db.UseSqlite($"Data Source={database}").UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(server =>
            {
                server.SetTokenEndpointUris("connect/token");
                server.AllowClientCredentialsFlow().AllowPasswordFlow().AllowRefreshTokenFlow();
                server.SetRefreshTokenReuseLeeway(null);
                server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                server.UseAspNetCore().EnableTokenEndpointPassthrough().DisableTransportSecurityRequirement();
            });
        var app = builder.Build();
        app.UseAuthentication();
        app.MapPost("/connect/token", Answer);
        await Begin(app.Services);
        await app.RunAsync();
    }

    private static async Task Begin(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DbContext>().Database.EnsureCreatedAsync();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = Client,
            ClientSecret = Secret,
            Permissions =
            {
                Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials, Permissions.GrantTypes.Password, Permissions.GrantTypes.RefreshToken,
            },
        });
    }

    private static async Task<IResult> Answer(HttpContext http, IOpenIddictApplicationManager applications)
    {
        var request = http.GetOpenIddictServerRequest()!;
        if (request.IsRefreshTokenGrantType())
            return SignIn((await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!);

        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        if (request.IsClientCredentialsGrantType())
        {
            var client = (await applications.FindByClientIdAsync(request.ClientId!))!;
            identity.SetClaim(Claims.Subject, await applications.GetClientIdAsync(client)).SetClaim(Claims.Name, await applications.GetDisplayNameAsync(client));
        }
        else
        {
            identity.SetClaim(Claims.Subject, $"{Guid.NewGuid()}").SetScopes((ImmutableArray<string>)[Scopes.OpenId, Scopes.OfflineAccess]);
        }

        return SignIn(new ClaimsPrincipal(identity));
    }

    private static IResult SignIn(ClaimsPrincipal principal)
    {
        principal.SetDestinations(_ => [Destinations.AccessToken]);
        return Results.SignIn(principal, null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
