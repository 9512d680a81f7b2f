using CustomerCentre.Shell;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CustomerCentre.Features.SingleSignOn;

/// <summary>What people, by the lasting id a service knows them by, agreed that it learns of them: OpenIddict's lasting authorizations.</summary>
public sealed class ConsentBook(IOpenIddictApplicationManager applications, IOpenIddictAuthorizationManager authorizations, IOpenIddictTokenManager tokens, IOptions<OperatorOptions> operators)
{
    /// <summary>Whether the service need not ask for what it wants.</summary>
    public async Task<bool> Includes(Guid subject, string clientId, IReadOnlyList<string> scopes, CancellationToken cancellationToken)
    {
        if (!operators.Value.Services.TryGetValue(clientId, out var service))
            return false;
        if (!service.AsksForConsent)
            return true;
        var found = authorizations.FindAsync($"{subject}", await IdOf(clientId, cancellationToken), Statuses.Valid, AuthorizationTypes.Permanent, [.. scopes], cancellationToken);
        return await found.AnyAsync(cancellationToken);
    }

    /// <summary>Keeps the consent.</summary>
    public async Task Give(Guid subject, string clientId, IReadOnlyList<string> scopes, CancellationToken cancellationToken)
    {
        var consent = new OpenIddictAuthorizationDescriptor
        {
            ApplicationId = await IdOf(clientId, cancellationToken),
            Subject = $"{subject}",
            Status = Statuses.Valid,
            Type = AuthorizationTypes.Permanent,
        };
        consent.Scopes.UnionWith(scopes);
        await authorizations.CreateAsync(consent, cancellationToken);
    }

    /// <summary>Takes back whatever a service holds of a person: consent, sign-ins and tokens.</summary>
    public async Task Withdraw(Guid subject, string clientId, CancellationToken cancellationToken)
    {
        if (await applications.FindByClientIdAsync(clientId, cancellationToken) is null)
            return;
        var id = await IdOf(clientId, cancellationToken);
        await authorizations.RevokeAsync($"{subject}", id, null, null, cancellationToken);
        await tokens.RevokeAsync($"{subject}", id, null, null, cancellationToken);
    }

    private async Task<string?> IdOf(string clientId, CancellationToken cancellationToken) =>
        await applications.FindByClientIdAsync(clientId, cancellationToken) is { } application ? await applications.GetIdAsync(application, cancellationToken) : null;
}
