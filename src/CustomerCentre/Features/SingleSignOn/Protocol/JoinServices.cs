using CustomerCentre.Data;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Shell;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>Brings OpenIddict's clients to what the settings say of the operator's services. One that left the settings is no client any more, and its tokens are void.</summary>
internal sealed class JoinServices(CustomerCentreDb db, IOpenIddictApplicationManager applications, IOptions<OperatorOptions> operators)
{
    public async Task Run(CancellationToken cancellationToken)
    {
        var joined = operators.Value.Services.Where(service => service.Value.IsJoined).ToDictionary();
        // Several nodes start at a moment: who loses does it again and finds the client.
        foreach (var (id, service) in joined)
            await db.InTransaction(token => Join(Describe(id, service), token), cancellationToken);

        var left = new List<object>();
        await foreach (var application in applications.ListAsync(cancellationToken: cancellationToken))
        {
            var id = await applications.GetClientIdAsync(application, cancellationToken);
            if (!ApiClient.Is(id) && !joined.ContainsKey(id!))
                left.Add(application);
        }

        foreach (var application in left)
            await applications.DeleteAsync(application, cancellationToken);
    }

    private async Task<bool> Join(OpenIddictApplicationDescriptor wanted, CancellationToken cancellationToken)
    {
        if (await applications.FindByClientIdAsync(wanted.ClientId!, cancellationToken) is not { } known)
        {
            await applications.CreateAsync(wanted, cancellationToken);
            return true;
        }

        var found = new OpenIddictApplicationDescriptor();
        await applications.PopulateAsync(found, known, cancellationToken);
        if (!IsAlike(found, wanted))
            await applications.UpdateAsync(known, wanted, cancellationToken);
        return true;
    }

    private static OpenIddictApplicationDescriptor Describe(string id, OperatorService service)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = id,
            ClientType = ClientTypes.Confidential,
            // The real one stays in the settings; a confidential client must have one here too.
            ClientSecret = $"{Guid.NewGuid():n}{Guid.NewGuid():n}",
            ConsentType = service.AsksForConsent ? ConsentTypes.Explicit : ConsentTypes.Implicit,
            DisplayName = service.Name,
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession, Permissions.Endpoints.Introspection,
                Permissions.Endpoints.Revocation, Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
            },
        };
        client.Permissions.UnionWith(SessionClaims.Scopes.Select(scope => Permissions.Prefixes.Scope + scope));
        client.RedirectUris.UnionWith(service.RedirectUris.Select(address => new Uri(address)));
        client.PostLogoutRedirectUris.UnionWith(service.PostLogoutRedirectUris.Select(address => new Uri(address)));
        return client;
    }

    private static bool IsAlike(OpenIddictApplicationDescriptor one, OpenIddictApplicationDescriptor other) =>
        one.DisplayName == other.DisplayName && one.ConsentType == other.ConsentType && one.ClientType == other.ClientType && one.Permissions.SetEquals(other.Permissions)
        && one.RedirectUris.SetEquals(other.RedirectUris) && one.PostLogoutRedirectUris.SetEquals(other.PostLogoutRedirectUris);
}
