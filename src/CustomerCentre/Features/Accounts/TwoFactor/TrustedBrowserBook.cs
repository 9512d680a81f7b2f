using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>Trusts browsers and forgets them, within the caller's transaction.</summary>
public sealed class TrustedBrowserBook(CustomerCentreDb db, CurrentUser user, TimeProvider time)
{
    /// <summary>Whether the browser that is asking was trusted by this account and still is.</summary>
    public async Task<bool> Trusts(Guid accountId, CancellationToken cancellationToken)
    {
        if (user.TrustToken is not { Length: > 0 } token)
            return false;
        var (hash, now) = (TrustedBrowser.HashOf(token), time.GetUtcNow());
        return await db.TrustedBrowsers.AnyAsync(b => b.TokenHash == hash && b.AccountId == accountId && b.ExpiresAt > now, cancellationToken);
    }

    /// <summary>Trusts the browser that is asking. Its token is a new one; other accounts that trust the same browser move over to it.</summary>
    /// <returns>The token for the browser to keep.</returns>
    public async Task<string> Trust(Guid accountId, CancellationToken cancellationToken)
    {
        var (token, now) = (TrustedBrowser.NewToken(), time.GetUtcNow());
        if (user.TrustToken is { Length: > 0 } shown)
        {
            var (old, hash) = (TrustedBrowser.HashOf(shown), TrustedBrowser.HashOf(token));
            await db.TrustedBrowsers.Where(b => b.TokenHash == old && b.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
            await db.TrustedBrowsers.Where(b => b.TokenHash == old).ExecuteUpdateAsync(set => set.SetProperty(b => b.TokenHash, hash), cancellationToken);
        }

        db.TrustedBrowsers.Add(TrustedBrowser.Create(accountId, token, user.Address, user.Device, now));
        return token;
    }

    /// <summary>No browser is trusted any more.</summary>
    public Task<int> ForgetAll(Guid accountId, CancellationToken cancellationToken) =>
        db.TrustedBrowsers.Where(b => b.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
}
