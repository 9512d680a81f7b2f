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

    /// <summary>Client ids of the services that hold a consent of the person. It lasts until it is taken back.</summary>
    /// <param name="subjects">Lasting ids by which services know the person.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlySet<string>> HoldersOf(IEnumerable<Guid> subjects, CancellationToken cancellationToken)
    {
        var holders = new HashSet<string>();
        foreach (var subject in subjects)
        {
            await foreach (var consent in authorizations.FindAsync($"{subject}", null, Statuses.Valid, AuthorizationTypes.Permanent, null, cancellationToken))
            {
                if (await authorizations.GetApplicationIdAsync(consent, cancellationToken) is { } id && await applications.FindByIdAsync(id, cancellationToken) is { } application)
                    holders.Add((await applications.GetClientIdAsync(application, cancellationToken))!);
            }
        }

        return holders;
    }

    /// <summary>Takes back whatever a service holds of a person: consent, sign-ins and tokens.</summary>
    /// <returns>Whether there was anything.</returns>
    public async Task<bool> Withdraw(Guid subject, string clientId, CancellationToken cancellationToken)
    {
        if (await applications.FindByClientIdAsync(clientId, cancellationToken) is null)
            return false;
        var id = await IdOf(clientId, cancellationToken);
        var consents = await authorizations.RevokeAsync($"{subject}", id, Statuses.Valid, null, cancellationToken);
        return await tokens.RevokeAsync($"{subject}", id, Statuses.Valid, null, cancellationToken) + consents > 0;
    }

    private async Task<string?> IdOf(string clientId, CancellationToken cancellationToken) =>
        await applications.FindByClientIdAsync(clientId, cancellationToken) is { } application ? await applications.GetIdAsync(application, cancellationToken) : null;
}
