using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>A code or a refresh token that passed every check gives new tokens of the same content.</summary>
internal sealed class ExchangeGrant(ExchangeInHand exchange) : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    public ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if ((context.AuthorizationCodePrincipal ?? context.RefreshTokenPrincipal) is { } principal)
        {
            exchange.Begin(principal.GetTokenId());
            context.SignIn(principal);
        }

        return ValueTask.CompletedTask;
    }
}

/// <summary>
/// Ends an exchange before its tokens are given away. OpenIddict lets several uses of one token at the same moment through; here the database picks one of them, and the
/// others are a replay.
/// </summary>
internal sealed class EndExchange(ExchangeInHand exchange, IOpenIddictAuthorizationManager authorizations) : IOpenIddictServerHandler<ProcessSignInContext>
{
    public async ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (!exchange.IsOpen || await exchange.Save(context.CancellationToken))
            return;
        if (context.Principal?.GetAuthorizationId() is { } id && await authorizations.FindByIdAsync(id, context.CancellationToken) is { } authorization)
            await authorizations.TryRevokeAsync(authorization, context.CancellationToken);
        context.Reject(Errors.InvalidGrant, "The token was used before.");
    }
}
