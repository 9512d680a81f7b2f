using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>
/// A code or refresh token that comes a second time is in two hands (RFC 6749, section 4.1.2). OpenIddict then revokes the tokens it finds, unless the one that came has
/// run out meanwhile; here the authorization goes too, so that one which is just being made dies with them, and it goes however late the second time is.
/// </summary>
internal sealed class RevokeReplayed(IOpenIddictTokenManager tokens, IOpenIddictAuthorizationManager authorizations) : IOpenIddictServerHandler<ValidateTokenContext>
{
    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context is not { TokenId: { Length: > 0 } tokenId, AuthorizationId: { Length: > 0 } authorizationId })
            return;
        if (await tokens.FindByIdAsync(tokenId, context.CancellationToken) is { } token && await tokens.HasStatusAsync(token, Statuses.Redeemed, context.CancellationToken)
            && await authorizations.FindByIdAsync(authorizationId, context.CancellationToken) is { } authorization)
        {
            await authorizations.TryRevokeAsync(authorization, context.CancellationToken);
        }
    }
}
