using System.Security.Claims;
using CustomerCentre.Requests;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>What tokens say of a person: who by the lasting id, since when, how and in which visit. Names and addresses are for userinfo only, because id tokens travel in URLs.</summary>
internal static class SessionClaims
{
    public const string CustomerScope = "customer";
    public const string Customers = "customers";
    public const string Level = "acr";

    public static readonly IReadOnlyList<string> Scopes = [OpenIddictConstants.Scopes.OpenId, OpenIddictConstants.Scopes.Profile, OpenIddictConstants.Scopes.Email, CustomerScope, OpenIddictConstants.Scopes.OfflineAccess];

    public static ClaimsPrincipal Of(EnterService.Answer visit, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, $"{visit.Subject}").SetClaim(SessionCheck.SessionClaim, $"{visit.Id}")
            .SetClaim(Claims.AuthenticationTime, visit.ProvenAt.ToUnixTimeSeconds()).SetClaim(Level, AuthenticationWords.LevelOf(visit.Proofs));
        if (AuthenticationWords.MethodsOf(visit.Proofs) is { Count: > 0 } methods)
            identity.SetClaims(Claims.AuthenticationMethodReference, [.. methods]);
        identity.SetScopes(scopes);
        identity.SetDestinations(claim => claim.Type is Claims.Subject or SessionCheck.SessionClaim
            ? [Destinations.AccessToken, Destinations.IdentityToken]
            : [Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }
}
