using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>No row is kept of tokens that nobody revokes one by one: a partner's are short and die with their secret, an id token only tells.</summary>
internal sealed class KeepNoToken : IOpenIddictServerHandler<GenerateTokenContext>
{
    public ValueTask HandleAsync(GenerateTokenContext context)
    {
        if (context.TokenType is TokenTypeIdentifiers.IdentityToken || context.Request?.IsClientCredentialsGrantType() == true)
            context.CreateTokenEntry = context.PersistTokenPayload = false;
        return ValueTask.CompletedTask;
    }
}
