using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data.Credentials;

/// <summary>
/// Says whether the secret behind a token is still accepted: read at most once a second, and at once after it was revoked here. So a revoked secret's tokens
/// are refused by this process at the next request and by any other within a second.
/// </summary>
public sealed class SecretBook(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Guid, Known> known = new();

    public async ValueTask<bool> IsValid(Guid secretId)
    {
        var now = time.GetUtcNow();
        if (!known.TryGetValue(secretId, out var page) || now >= page.ReadAt + Fresh)
            known[secretId] = page = new Known(now, Read(secretId));
        try
        {
            return now < await page.ValidUntil;
        }
        catch
        {
            known.TryRemove(new(secretId, page));
            throw;
        }
    }

    /// <summary>Forgets what is known of a secret, after it was revoked.</summary>
    public void Forget(Guid secretId) => known.TryRemove(secretId, out _);

    private async Task<DateTimeOffset> Read(Guid secretId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomerCentreDb>();
        var secret = await db.ApiSecrets.AsNoTracking().SingleOrDefaultAsync(secret => secret.Id == secretId);
        return secret is { RevokedAt: null } ? secret.ExpiresAt : DateTimeOffset.MinValue;
    }

    private sealed record Known(DateTimeOffset ReadAt, Task<DateTimeOffset> ValidUntil);
}
