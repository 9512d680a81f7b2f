using CustomerCentre.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using OpenIddict.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>
/// What an exchange writes: that the token it rests on is used up, and the tokens it gives. OpenIddict would commit each for itself; here they wait for the end and go
/// together, so that either all of it holds or nothing.
/// </summary>
internal sealed class ExchangeInHand(CustomerCentreDb db)
{
    private Guid? used;

    /// <summary>Whether tokens are to wait.</summary>
    public bool IsOpen => used is not null;

    /// <param name="tokenId">Id of the token that is exchanged.</param>
    public void Begin(string? tokenId) => used = Guid.TryParse(tokenId, out var id) ? id : Guid.Empty;

    /// <summary>Saves what waited.</summary>
    /// <returns>False, with nothing saved, when the token is not good any more: somebody else was faster, and the row they changed says so.</returns>
    public async Task<bool> Save(CancellationToken cancellationToken)
    {
        var isUsedUp = db.ChangeTracker.Entries<OpenIddictEntityFrameworkCoreToken<Guid>>()
            .Any(entry => entry.Entity.Id == used && entry.State == EntityState.Modified && entry.Entity.Status == Statuses.Redeemed);
        used = null;
        try
        {
            if (isUsedUp)
                await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            isUsedUp = false;
        }

        if (!isUsedUp)
            db.ChangeTracker.Clear();
        return isUsedUp;
    }
}

/// <summary>OpenIddict's tokens, which wait while an exchange is in hand.</summary>
internal sealed class TokenStore(
    IMemoryCache cache, IOpenIddictEntityFrameworkCoreContext context, IOptionsMonitor<OpenIddictEntityFrameworkCoreOptions> options, CustomerCentreDb db, ExchangeInHand exchange)
    : OpenIddictEntityFrameworkCoreTokenStore<Guid>(cache, context, options)
{
    public override ValueTask CreateAsync(OpenIddictEntityFrameworkCoreToken<Guid> token, CancellationToken cancellationToken)
    {
        if (!exchange.IsOpen)
            return base.CreateAsync(token, cancellationToken);
        db.Add(token);
        return ValueTask.CompletedTask;
    }

    public override ValueTask UpdateAsync(OpenIddictEntityFrameworkCoreToken<Guid> token, CancellationToken cancellationToken)
    {
        if (!exchange.IsOpen)
            return base.UpdateAsync(token, cancellationToken);
        token.ConcurrencyToken = $"{Guid.NewGuid()}";
        return ValueTask.CompletedTask;
    }
}
