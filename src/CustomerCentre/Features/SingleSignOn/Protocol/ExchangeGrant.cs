using CustomerCentre.Data;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>
/// A code or a refresh token that passed every check gives new tokens of the same content. OpenIddict lets several uses of one token at the same moment through; here
/// the database picks one of them, and the others are a replay.
/// </summary>
internal sealed class ExchangeGrant(CustomerCentreDb db, IOpenIddictAuthorizationManager authorizations) : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if ((context.AuthorizationCodePrincipal ?? context.RefreshTokenPrincipal) is not { } principal)
            return;
        if (await Take(principal.GetTokenId(), context.CancellationToken))
        {
            context.SignIn(principal);
            return;
        }

        if (principal.GetAuthorizationId() is { } id && await authorizations.FindByIdAsync(id, context.CancellationToken) is { } authorization)
            await authorizations.TryRevokeAsync(authorization, context.CancellationToken);
        context.Reject(Errors.InvalidGrant, "The token was used before.");
    }

    private async Task<bool> Take(string? tokenId, CancellationToken cancellationToken) => Guid.TryParse(tokenId, out var id)
        && await db.Set<OpenIddictEntityFrameworkCoreToken<Guid>>().Where(token => token.Id == id && token.Status == Statuses.Valid)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.Status, Statuses.Redeemed), cancellationToken) == 1;
}
