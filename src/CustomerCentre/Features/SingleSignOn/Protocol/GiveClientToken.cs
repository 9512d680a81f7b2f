using System.Security.Claims;
using CustomerCentre.Data;
using CustomerCentre.Data.Credentials;
using CustomerCentre.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>Gives a partner's client a token for the scopes it asked for, or for all when it named none. The token carries the id of the secret, so that it dies with it.</summary>
internal sealed class GiveClientToken(CustomerCentreDb db, SecretInUse inUse, TimeProvider time) : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    private static readonly TimeSpan Mark = TimeSpan.FromDays(1);

    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if (!context.Request.IsClientCredentialsGrantType() || inUse.Secret is not { } secret)
            return;

        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, secret.ClientId).SetClaim(TokenClaims.Partner, $"{secret.PartnerId}").SetClaim(TokenClaims.Secret, $"{secret.Id}");
        var asked = context.Request.GetScopes();
        identity.SetScopes(asked.IsEmpty ? [.. ApiClient.Scopes] : asked);
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        await MarkUsed(secret);
        context.SignIn(new ClaimsPrincipal(identity));
    }

    // By day, so that giving tokens stays reading.
    private async Task MarkUsed(ApiSecret secret)
    {
        var now = time.GetUtcNow();
        if (secret.UsedAt > now - Mark)
            return;
        await db.InTransaction(
            token => db.ApiSecrets.Where(known => known.Id == secret.Id).ExecuteUpdateAsync(set => set.SetProperty(known => known.UsedAt, now), token), CancellationToken.None);
    }
}
