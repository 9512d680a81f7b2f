using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using Microsoft.Extensions.Caching.Memory;

namespace CustomerCentre.Features.Cookies;

/// <summary>
/// What the proofs say of browsers whose cookie allows something: a consent withdrawn at another device, or one that was never given, allows nothing.
/// Looked up once a minute for each such browser; who refused or has not chosen costs no query.
/// </summary>
public sealed class ConsentBook : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = 50_000 });

    public async Task<CookieGroups> Allowed(Guid reference, Sender sender, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(reference, out CookieGroups groups))
            return groups;
        groups = (await sender.Send(new ReadConsent.Query(reference), cancellationToken)).Value;
        return known.Set(reference, groups, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Fresh });
    }

    /// <summary>After another choice.</summary>
    public void Forget(Guid reference) => known.Remove(reference);

    public void Dispose() => known.Dispose();
}
