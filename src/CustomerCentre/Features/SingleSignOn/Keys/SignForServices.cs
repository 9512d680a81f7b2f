using Microsoft.Extensions.Options;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CustomerCentre.Features.SingleSignOn.Keys;

/// <summary>Publishes the keys of the ring beside the one that signs access tokens.</summary>
internal sealed class PublishKeys(SigningKeyRing ring) : IConfigureOptions<OpenIddictServerOptions>
{
    public void Configure(OpenIddictServerOptions options) => options.SigningCredentials.AddRange(ring.Published);
}

/// <summary>Id tokens are signed by the ring's current key; all else only this site reads, so it stays with the cheaper one.</summary>
internal sealed class SignForServices(SigningKeyRing ring) : IOpenIddictServerHandler<GenerateTokenContext>
{
    public ValueTask HandleAsync(GenerateTokenContext context)
    {
        if (context.TokenType is TokenTypeIdentifiers.IdentityToken)
            context.SigningCredentials = ring.Current;
        return ValueTask.CompletedTask;
    }
}
