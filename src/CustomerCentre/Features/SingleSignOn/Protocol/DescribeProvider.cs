using System.Collections.Immutable;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>Says in the discovery document what OpenIddict does not know of, and no more than holds.</summary>
internal sealed class DescribeProvider : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        // The key of access tokens, which may be on a curve, signs none that a service reads.
        context.IdTokenSigningAlgorithms.IntersectWith([Algorithms.RsaSha256]);
        context.Metadata["backchannel_logout_supported"] = true;
        context.Metadata["backchannel_logout_session_supported"] = true;
        context.Metadata["acr_values_supported"] = (ImmutableArray<string?>)[.. AuthenticationWords.Levels];
        context.Metadata["ui_locales_supported"] = (ImmutableArray<string?>)["cs", "en", "sk"];
        return ValueTask.CompletedTask;
    }
}
