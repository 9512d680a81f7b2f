using CustomerCentre.Domain.SingleSignOn;
using CustomerCentre.Features.SingleSignOn.Keys;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace CustomerCentre.Features.SingleSignOn.BackChannel;

/// <summary>Makes what tells a service of a sign-out: OpenID Connect Back-Channel Logout 1.0, section 2.4.</summary>
public sealed class LogoutTokens(SigningKeyRing ring, IOptionsMonitor<OpenIddictServerOptions> server, PublicAddress address, TimeProvider time)
{
    public const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public async Task<string> Make(ServiceVisit visit, CancellationToken cancellationToken)
    {
        await ring.MakeReady(cancellationToken);
        var now = time.GetUtcNow();
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "logout+jwt",
            Issuer = server.CurrentValue.Issuer?.AbsoluteUri ?? address.For("/"),
            Audience = visit.ClientId,
            IssuedAt = now.UtcDateTime,
            Expires = (now + Lasts).UtcDateTime,
            SigningCredentials = ring.Current,
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Sub] = $"{visit.Subject}",
                [SessionCheck.SessionClaim] = $"{visit.Id}",
                [JwtRegisteredClaimNames.Jti] = $"{Guid.NewGuid()}",
                ["events"] = new Dictionary<string, object> { [Event] = new Dictionary<string, object>() },
            },
        });
    }
}
