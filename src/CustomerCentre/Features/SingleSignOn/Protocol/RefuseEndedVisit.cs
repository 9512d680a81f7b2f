using CustomerCentre.Data;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>Codes and tokens die with the session they rest on, and when the person cuts the service off. An id token may still ask to sign out.</summary>
internal sealed class RefuseEndedVisit(CustomerCentreDb db) : IOpenIddictServerHandler<ValidateTokenContext>
{
    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.Principal is not { } principal || principal.HasTokenType(TokenTypeIdentifiers.IdentityToken) || principal.GetClaim(SessionCheck.SessionClaim) is not { } sid)
            return;
        var isAlive = Guid.TryParse(sid, out var id) && await db.ServiceVisits.AnyAsync(
            visit => visit.Id == id && visit.EndedAt == null && db.Sessions.Any(session => session.Id == visit.SessionId && session.EndedAt == null), context.CancellationToken);
        if (!isAlive)
            context.Reject(Errors.InvalidToken, "The session of this token has ended.");
    }
}
