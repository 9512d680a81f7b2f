using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>Asks OpenIddict whether a request is its own only under the protocol's addresses; asking took a twentieth of every page.</summary>
public sealed class ProtocolSchemes(IOptions<AuthenticationOptions> options, IHttpContextAccessor accessor) : AuthenticationSchemeProvider(options)
{
    public override Task<IEnumerable<AuthenticationScheme>> GetRequestHandlerSchemesAsync() =>
        IsOfProtocol(accessor.HttpContext?.Request.Path ?? default) ? base.GetRequestHandlerSchemesAsync() : Task.FromResult<IEnumerable<AuthenticationScheme>>([]);

    public static bool IsOfProtocol(PathString path) => path.StartsWithSegments("/connect") || path.StartsWithSegments("/.well-known");
}
