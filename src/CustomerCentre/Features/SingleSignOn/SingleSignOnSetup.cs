using CustomerCentre.Data;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Features.SingleSignOn.BackChannel;
using CustomerCentre.Features.SingleSignOn.Keys;
using CustomerCentre.Features.SingleSignOn.Protocol;
using CustomerCentre.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;
using static OpenIddict.Server.OpenIddictServerHandlers.Protection;

namespace CustomerCentre.Features.SingleSignOn;

/// <summary>OpenIddict: signs people in to the operator's services and gives tokens to partners' clients.</summary>
public static class SingleSignOnSetup
{
    public const string AuthorizationEndpoint = "/connect/authorize";
    public const string TokenEndpoint = "/connect/token";
    public const string UserInfoEndpoint = "/connect/userinfo";
    public const string EndSessionEndpoint = "/connect/sign-out";
    public const string ConsentPage = "/connect/consent";
    public const string LeavePage = "/connect/leave";
    public const string ProblemPage = "/connect/problem";

    /// <summary>How long an access token is accepted; what it rests on ends it at once.</summary>
    public static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan IdentityTokenLifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RefreshTokenLifetime = TimeSpan.FromDays(14);

    public static IServiceCollection AddSingleSignOn(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddScoped<SecretInUse>().AddScoped<ExchangeInHand>().AddScoped<ConsentBook>().AddScoped<JoinServices>().AddSingleton<Detours>();
        services.AddHttpContextAccessor().AddSingleton<IAuthenticationSchemeProvider, ProtocolSchemes>();
        services.AddSingleton<SigningKeyRing>().AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(provider => provider.GetRequiredService<SigningKeyRing>());
        services.AddBackChannel();
        // Below warnings it writes requests and answers out, and with them e-mails and verifiers. In code, so that no general level of the settings opens it.
        services.AddLogging(logging => logging.AddFilter("OpenIddict", LogLevel.Warning));
        services.AddOpenIddict()
            .AddCore(core =>
            {
                core.UseEntityFrameworkCore().UseDbContext<CustomerCentreDb>().ReplaceDefaultEntities<Guid>();
                core.ReplaceApplicationManager<OpenIddictEntityFrameworkCoreApplication<Guid>, Applications>();
                core.ReplaceTokenStore<OpenIddictEntityFrameworkCoreToken<Guid>, TokenStore>();
            })
            .AddServer(server => Configure(server, configuration, environment))
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseAspNetCore().DisableAccessTokenExtractionFromBodyForm().DisableAccessTokenExtractionFromQueryString();
            });
        return services;
    }

    /// <summary>Makes ready what OpenIddict needs to answer; goes before authentication.</summary>
    public static void UseProtocol(this WebApplication app) =>
        app.Use((http, next) => ProtocolSchemes.IsOfProtocol(http.Request.Path) ? MakeReady(http, next) : next(http));

    public static void MapSingleSignOn(this WebApplication app)
    {
        app.MapMethods(AuthorizationEndpoint, [HttpMethods.Get, HttpMethods.Post], AuthorizeEndpoint.Answer).DisableAntiforgery().AllowAnonymous();
        app.MapMethods(EndSessionEndpoint, [HttpMethods.Get, HttpMethods.Post], Protocol.EndSessionEndpoint.Answer).DisableAntiforgery().AllowAnonymous();
        app.MapGet(ReturnUrls.ServiceStart + "{id}", (string id, IOptions<OperatorOptions> operators) =>
            operators.Value.Services.GetValueOrDefault(id)?.StartAddress is { } start ? Results.Redirect(start) : Results.NotFound()).AllowAnonymous();
    }

    private static async Task MakeReady(HttpContext http, RequestDelegate next)
    {
        await http.RequestServices.GetRequiredService<SigningKeyRing>().MakeReady(http.RequestAborted);
        // Programs get no page in place of a bare status.
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages && !http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            pages.Enabled = false;
        // Who posts with the token in the header has no body that could be of a type; OpenIddict asks for one.
        if (HttpMethods.IsPost(http.Request.Method) && http.Request is { ContentType: null, ContentLength: null or 0 } && http.Request.Path == UserInfoEndpoint)
            http.Request.ContentType = "application/x-www-form-urlencoded";
        await next(http);
    }

    private static void Configure(OpenIddictServerBuilder server, IConfiguration configuration, IHostEnvironment environment)
    {
        // Behind several names a token of one must be good for the other; without a setting the request's own name is taken.
        if (Uri.TryCreate(configuration["Portal:Address"], UriKind.Absolute, out var issuer))
            server.SetIssuer(issuer);
        server.SetAuthorizationEndpointUris(AuthorizationEndpoint[1..]).SetTokenEndpointUris(TokenEndpoint[1..]).SetEndSessionEndpointUris(EndSessionEndpoint[1..])
            .SetUserInfoEndpointUris(UserInfoEndpoint[1..]).SetIntrospectionEndpointUris("connect/introspect").SetRevocationEndpointUris("connect/revoke");
        server.AllowClientCredentialsFlow().AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().RequireProofKeyForCodeExchange();
        server.Configure(options =>
        {
            options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);
            // Nobody has left a public key here to be known by.
            options.ClientAuthenticationMethods.Remove(ClientAuthenticationMethods.PrivateKeyJwt);
        });
        server.SetAccessTokenLifetime(AccessTokenLifetime).SetAuthorizationCodeLifetime(CodeLifetime).SetIdentityTokenLifetime(IdentityTokenLifetime)
            .SetRefreshTokenLifetime(RefreshTokenLifetime).SetRefreshTokenReuseLeeway(null);
        server.RegisterScopes([.. ApiClient.Scopes, .. SessionClaims.Scopes]);
        server.RegisterClaims("sub", "sid", "auth_time", SessionClaims.Level, "amr", "name", "locale", "email", "email_verified", SessionClaims.Customers);
        server.AddTokenKeys(configuration);
        server.Services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, PublishKeys>();
        AddHandlers(server);

        var web = server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough().EnableErrorPassthrough();
        if (environment.IsDevelopment())
            web.DisableTransportSecurityRequirement();
    }

    private static void AddHandlers(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<HandleConfigurationRequestContext>(handler => handler.UseSingletonHandler<DescribeProvider>().SetOrder(int.MaxValue));
        server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseScopedHandler<GiveClientToken>());
        server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseScopedHandler<ExchangeGrant>());
        server.AddEventHandler<ProcessSignInContext>(handler => handler.UseScopedHandler<EndExchange>().SetOrder(Exchange.ApplyTokenResponse<ProcessSignInContext>.Descriptor.Order - 1));
        server.AddEventHandler<HandleUserInfoRequestContext>(handler => handler.UseScopedHandler<TellOfPerson>());
        server.AddEventHandler<GenerateTokenContext>(handler => handler.UseSingletonHandler<KeepNoToken>().SetOrder(int.MinValue));
        server.AddEventHandler<GenerateTokenContext>(handler => handler.UseSingletonHandler<SignForServices>().SetOrder(AttachSecurityCredentials.Descriptor.Order + 1));
        server.AddEventHandler<ValidateTokenContext>(handler => handler.UseSingletonHandler<IntrospectOwn>().SetOrder(ValidateTokenEntry.Descriptor.Order - 2));
        server.AddEventHandler<ValidateTokenContext>(handler => handler.UseScopedHandler<RevokeReplayed>().SetOrder(ValidateExpirationDate.Descriptor.Order - 1));
        server.AddEventHandler<ValidateTokenContext>(handler => handler.UseScopedHandler<RefuseEndedVisit>().SetOrder(ValidateAuthorizationEntry.Descriptor.Order + 1));
    }
}
