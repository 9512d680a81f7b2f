using System.Security.Cryptography;
using System.Text;
using CustomerCentre.Data;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using OpenIddict.EntityFrameworkCore.Models;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>The secret a client has just shown, for the token that is given for it.</summary>
internal sealed class SecretInUse
{
    public ApiSecret? Secret { get; set; }
}

/// <summary>
/// OpenIddict's clients. Those of partners have several secrets, which expire, in a table of ours; those of the operator's services are in the settings, where a
/// new one counts at once.
/// </summary>
internal sealed class Applications(
    IOpenIddictApplicationCache<OpenIddictEntityFrameworkCoreApplication<Guid>> cache,
    ILogger<OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication<Guid>>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictApplicationStore<OpenIddictEntityFrameworkCoreApplication<Guid>> store,
    CustomerCentreDb db, SecretInUse inUse, IOptionsMonitor<OperatorOptions> operators, TimeProvider time)
    : OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication<Guid>>(cache, logger, options, store)
{
    public override async ValueTask<bool> ValidateClientSecretAsync(
        OpenIddictEntityFrameworkCoreApplication<Guid> application, string secret, CancellationToken cancellationToken = default)
    {
        if (!ApiClient.Is(application.ClientId))
            return IsOfService(application.ClientId, secret);

        // Found by its hash: 256 random bits need no slow one, and how long the look-up takes tells nothing of the secret.
        var hash = ApiSecret.HashOf(secret);
        var found = await db.ApiSecrets.AsNoTracking().Where(known => known.ClientId == application.ClientId && known.SecretHash == hash).SingleOrDefaultAsync(cancellationToken);
        inUse.Secret = found?.IsValidAt(time.GetUtcNow()) == true ? found : null;
        return inUse.Secret is not null;
    }

    private bool IsOfService(string? clientId, string secret) =>
        clientId is not null && operators.CurrentValue.Services.GetValueOrDefault(clientId) is { IsJoined: true, Secret: { } known }
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(known)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
