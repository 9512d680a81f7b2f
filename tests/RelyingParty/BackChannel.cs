using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace RelyingParty;

/// <summary>Visits that the provider has ended. In memory, as long as the process lives: so does the key of the site's cookies.</summary>
internal sealed class EndedVisits
{
    private readonly ConcurrentDictionary<string, bool> ended = new();

    public void End(string sid) => ended[sid] = true;

    public static Task Check(CookieValidatePrincipalContext context)
    {
        var visits = context.HttpContext.RequestServices.GetRequiredService<EndedVisits>();
        if (context.Principal?.FindFirstValue("sid") is { } sid && visits.ended.ContainsKey(sid))
            context.RejectPrincipal();
        return Task.CompletedTask;
    }
}

/// <summary>Receives the provider's news of a sign-out and checks it by OpenID Connect Back-Channel Logout 1.0, section 2.6.</summary>
internal static class BackChannel
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    public static async Task<IResult> Receive(HttpContext http, IOptionsMonitor<OpenIdConnectOptions> options, EndedVisits visits)
    {
        http.Response.Headers.CacheControl = "no-store";
        var oidc = options.Get(OpenIdConnectDefaults.AuthenticationScheme);
        var token = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(http.RequestAborted))["logout_token"].ToString() : "";
        if (await Validate(token, oidc, http.RequestAborted) is not { } sid)
            return Results.BadRequest(new { error = "invalid_request" });
        visits.End(sid);
        return Results.Ok();
    }

    private static async Task<string?> Validate(string token, OpenIdConnectOptions oidc, CancellationToken cancellationToken)
    {
        for (var isSecond = false; ; isSecond = true)
        {
            var configuration = await oidc.ConfigurationManager!.GetConfigurationAsync(cancellationToken);
            var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, Rules(configuration, oidc));
            if (result.IsValid)
                return SidOf((JsonWebToken)result.SecurityToken);
            if (isSecond || result.Exception is not SecurityTokenSignatureKeyNotFoundException)
                return null;
            // The provider may have a new key since.
            oidc.ConfigurationManager.RequestRefresh();
        }
    }

    private static TokenValidationParameters Rules(OpenIdConnectConfiguration configuration, OpenIdConnectOptions oidc)
    {
        var rules = oidc.TokenValidationParameters.Clone();
        (rules.ValidIssuer, rules.ValidAudience, rules.IssuerSigningKeys) = (configuration.Issuer, oidc.ClientId, configuration.SigningKeys);
        (rules.ValidAlgorithms, rules.ValidTypes) = ([SecurityAlgorithms.RsaSha256], ["logout+jwt"]);
        return rules;
    }

    private static string? SidOf(JsonWebToken token) =>
        token.TryGetPayloadValue<JsonElement>("events", out var events) && events.TryGetProperty(Event, out _) && !token.TryGetPayloadValue<string>("nonce", out _)
        && token.TryGetPayloadValue<string>("sid", out var sid) ? sid : null;
}
