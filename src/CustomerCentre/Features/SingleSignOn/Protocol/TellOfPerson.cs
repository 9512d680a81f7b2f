using System.Text.Json;
using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>Answers userinfo with what the token's scopes allow, as it stands now.</summary>
internal sealed class TellOfPerson(CustomerCentreDb db) : IOpenIddictServerHandler<HandleUserInfoRequestContext>
{
    public async ValueTask HandleAsync(HandleUserInfoRequestContext context)
    {
        var principal = context.AccessTokenPrincipal;
        if (!Guid.TryParse(principal.GetClaim(Claims.Subject), out var subject)
            || await db.AccountsKnownAs(subject).AsNoTracking().SingleOrDefaultAsync(context.CancellationToken) is not { } account)
        {
            context.Reject(Errors.InvalidToken, "There is no such account.");
            return;
        }

        if (principal.HasScope(Scopes.Profile))
        {
            context.Claims[Claims.Name] = account.Name ?? account.Email!;
            context.Claims[Claims.Locale] = account.Language;
        }

        if (principal.HasScope(Scopes.Email))
            (context.Email, context.EmailVerified) = (account.Email, account.EmailConfirmed);
        if (principal.HasScope(SessionClaims.CustomerScope))
            context.Claims[SessionClaims.Customers] = await Customers(account.Id, context.CancellationToken);
    }

    private async Task<JsonElement> Customers(Guid accountId, CancellationToken cancellationToken)
    {
        var customers = await db.Members.AsNoTracking().Where(member => member.AccountId == accountId)
            .Join(db.IssuedNumbers.Where(issued => issued.IsCurrent), member => member.CustomerId, issued => issued.CustomerId, (member, issued) => new { issued.Number, member.Role })
            .ToListAsync(cancellationToken);
        return JsonSerializer.SerializeToElement(customers.OrderBy(customer => customer.Number.Value, StringComparer.Ordinal)
            .Select(customer => new { id = customer.Number.Value, role = RoleOf(customer.Role) }));
    }

    private static string RoleOf(MemberRole role) => role switch
    {
        MemberRole.Manager => "manager",
        MemberRole.Colleague => "colleague",
        _ => "reader",
    };
}
