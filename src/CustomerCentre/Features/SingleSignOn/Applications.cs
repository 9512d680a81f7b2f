using CustomerCentre.Data;
using CustomerCentre.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using OpenIddict.EntityFrameworkCore.Models;

namespace CustomerCentre.Features.SingleSignOn;

/// <summary>The secret a client has just shown, for the token that is given for it.</summary>
internal sealed class SecretInUse
{
    public ApiSecret? Secret { get; set; }
}

/// <summary>OpenIddict's clients; those of partners have several secrets, which expire, in a table of ours.</summary>
internal sealed class Applications(
    IOpenIddictApplicationCache<OpenIddictEntityFrameworkCoreApplication<Guid>> cache,
    ILogger<OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication<Guid>>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictApplicationStore<OpenIddictEntityFrameworkCoreApplication<Guid>> store,
    CustomerCentreDb db, SecretInUse inUse, TimeProvider time)
    : OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication<Guid>>(cache, logger, options, store)
{
    public override async ValueTask<bool> ValidateClientSecretAsync(
        OpenIddictEntityFrameworkCoreApplication<Guid> application, string secret, CancellationToken cancellationToken = default)
    {
        if (!ApiClient.Is(application.ClientId))
            return await base.ValidateClientSecretAsync(application, secret, cancellationToken);

        // Found by its hash: 256 random bits need no slow one, and how long the look-up takes tells nothing of the secret.
        var hash = ApiSecret.HashOf(secret);
        var found = await db.ApiSecrets.AsNoTracking().Where(known => known.ClientId == application.ClientId && known.SecretHash == hash).SingleOrDefaultAsync(cancellationToken);
        inUse.Secret = found?.IsValidAt(time.GetUtcNow()) == true ? found : null;
        return inUse.Secret is not null;
    }
}
