using CustomerCentre.Data;
using CustomerCentre.Domain.Partners;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.EntityFrameworkCore.Models;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CustomerCentre.Features.SingleSignOn;

/// <summary>OpenIddict: gives tokens to partners' clients. Single sign-on of people grows on it.</summary>
public static class SingleSignOnSetup
{
    public const string TokenEndpoint = "/connect/token";

    /// <summary>How long a token of a partner's client is accepted; a revoked secret ends it at once.</summary>
    public static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddSingleSignOn(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddScoped<SecretInUse>();
        services.AddHttpContextAccessor().AddSingleton<IAuthenticationSchemeProvider, ProtocolSchemes>();
        services.AddOpenIddict()
            .AddCore(core =>
            {
                core.UseEntityFrameworkCore().UseDbContext<CustomerCentreDb>().ReplaceDefaultEntities<Guid>();
                core.ReplaceApplicationManager<OpenIddictEntityFrameworkCoreApplication<Guid>, Applications>();
            })
            .AddServer(server => Configure(server, configuration, environment))
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseAspNetCore().DisableAccessTokenExtractionFromBodyForm().DisableAccessTokenExtractionFromQueryString();
            });
        return services;
    }

    private static void Configure(OpenIddictServerBuilder server, IConfiguration configuration, IHostEnvironment environment)
    {
        // Behind several names a token of one must be good for the other; without a setting the request's own name is taken.
        if (Uri.TryCreate(configuration["Portal:Address"], UriKind.Absolute, out var issuer))
            server.SetIssuer(issuer);
        server.SetTokenEndpointUris(TokenEndpoint[1..]).AllowClientCredentialsFlow().SetAccessTokenLifetime(AccessTokenLifetime);
        server.RegisterScopes([.. ApiClient.Scopes]);
        server.AddTokenKeys(configuration);
        server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseScopedHandler<GiveClientToken>());
        server.AddEventHandler<GenerateTokenContext>(handler => handler.UseSingletonHandler<KeepNoClientToken>().SetOrder(int.MinValue));

        var web = server.UseAspNetCore();
        if (environment.IsDevelopment())
            web.DisableTransportSecurityRequirement();
    }
}
