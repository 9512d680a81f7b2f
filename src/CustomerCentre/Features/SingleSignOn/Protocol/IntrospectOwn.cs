using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>A service learns of its own tokens only; another's reads like none.</summary>
internal sealed class IntrospectOwn : IOpenIddictServerHandler<ValidateTokenContext>
{
    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.EndpointType is OpenIddictServerEndpointType.Introspection && context.Principal is { } principal && !principal.HasPresenter(context.Request?.ClientId ?? ""))
            context.Reject(Errors.InvalidToken, "The token was given to another client.");
        return ValueTask.CompletedTask;
    }
}
