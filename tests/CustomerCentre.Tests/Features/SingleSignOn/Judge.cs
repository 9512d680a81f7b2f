using System.IdentityModel.Tokens.Jwt;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CustomerCentre.Tests.Features.SingleSignOn;

/// <summary>Microsoft's rules of what a service may accept, by which its handler judges too; what breaks one throws. The signature is <see cref="Service.Validate"/>'s.</summary>
internal static class Judge
{
    /// <summary>What came for a code, with the nonce that the service sent; null when it sent none.</summary>
    public static void Tokens(Service service, Tokens tokens, string? nonce = Service.Nonce) => Rules(nonce).ValidateTokenResponse(Said(service, tokens, nonce));

    /// <summary>What userinfo said of the person whom the id token names.</summary>
    public static void UserInfo(Service service, Tokens tokens, JsonElement told)
    {
        var said = Said(service, tokens, Service.Nonce);
        said.UserInfoEndpointResponse = told.GetRawText();
        Rules(Service.Nonce).ValidateUserInfoResponse(said);
    }

    private static OpenIdConnectProtocolValidator Rules(string? nonce) => new() { RequireNonce = nonce is not null, RequireTimeStampInNonce = false, RequireAuthTime = true, RequireAcr = true, RequireAmr = true };

    private static OpenIdConnectProtocolValidationContext Said(Service service, Tokens tokens, string? nonce) => new()
    {
        ClientId = service.Id,
        Nonce = nonce,
        ValidatedIdToken = new JwtSecurityToken(tokens.Id),
        ProtocolMessage = new() { IdToken = tokens.Id, AccessToken = tokens.Access },
    };
}
