using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>A service learns of its own tokens only; another's reads like none.</summary>
internal sealed class IntrospectOwn : IOpenIddictServerHandler<HandleIntrospectionRequestContext>
{
    public ValueTask HandleAsync(HandleIntrospectionRequestContext context)
    {
        if (context.Request.ClientId is not { } caller || !context.GenericTokenPrincipal.HasPresenter(caller))
            context.Reject(Errors.InvalidToken);
        return ValueTask.CompletedTask;
    }
}
