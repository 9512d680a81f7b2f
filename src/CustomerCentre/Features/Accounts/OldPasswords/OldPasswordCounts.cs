using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>How far the people of an old service have come.</summary>
/// <param name="Service">Key of the service.</param>
/// <param name="Left">Old accounts whose people have not come yet.</param>
/// <param name="Joined">Old accounts that have become part of an account here.</param>
/// <param name="Encrypted">Of those left, how many hashes wait to be wrapped.</param>
public sealed record ServiceCount(string Service, long Left, long Joined, long Encrypted)
{
    /// <summary>How many were ever brought and not deleted unused.</summary>
    public long All => Left + Joined;
}

/// <summary>Counts old accounts for the page that shows them: by indexes, and once in half a minute at most, whoever looks.</summary>
public sealed class OldPasswordCounts(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim turn = new(1, 1);
    private (DateTimeOffset At, IReadOnlyList<ServiceCount> Counts)? last;

    public async Task<IReadOnlyList<ServiceCount>> Read(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (last is not { } known || time.GetUtcNow() - known.At >= Fresh)
                last = known = (time.GetUtcNow(), await Count(cancellationToken));
            return known.Counts;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<IReadOnlyList<ServiceCount>> Count(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomerCentreDb>();
        var left = await db.OldPasswords.GroupBy(old => new { old.State, old.Service }).Select(group => new { group.Key.State, group.Key.Service, Count = group.LongCount() })
            .ToListAsync(cancellationToken);
        var joined = await db.JoinedServices.GroupBy(one => one.Service).Select(group => new { Service = group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(one => one.Service, one => one.Count, cancellationToken);
        return
        [
            .. left.Select(one => one.Service).Union(joined.Keys).Order(StringComparer.Ordinal).Select(service => new ServiceCount(
                service, left.Where(one => one.Service == service).Sum(one => one.Count), joined.GetValueOrDefault(service),
                left.Where(one => one.Service == service && one.State == OldHashState.Encrypted).Sum(one => one.Count))),
        ];
    }
}
