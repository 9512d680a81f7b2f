using CustomerCentre.Requests;

namespace CustomerCentre.Data;

/// <summary>How many failures of one kind are let pass within <paramref name="Window"/>: by one account, from one address (of IPv6 its network) and at one target.</summary>
/// <param name="Kind">What fails, for example <c>AskForAccess</c>.</param>
public sealed record FailureLimit(string Kind, int PerAccount, int PerAddress, int PerTarget, TimeSpan Window)
{
    internal AttemptLimit Account => new($"{Kind}/account", PerAccount, Window);
    internal AttemptLimit Address => new($"{Kind}/address", PerAddress, Window);
    internal AttemptLimit Target => new($"{Kind}/target", PerTarget, Window);
}

/// <summary>
/// Limits failures, not tries: ask before the work, count when it failed. Used inside the transaction of the work, where writers stand in a row, so a burst of
/// parallel guesses is counted one by one.
/// </summary>
public sealed class Failures(Attempts attempts, CurrentUser user)
{
    /// <summary>Whether this account and this network may still try.</summary>
    public async Task<bool> MayTry(FailureLimit limit, CancellationToken cancellationToken) =>
        await attempts.IsOpen(limit.Account, $"{user.Id}", cancellationToken)
        && (user.Network.Length == 0 || await attempts.IsOpen(limit.Address, user.Network, cancellationToken));

    /// <summary>Whether this target may still be tried by anybody; counters hang on what was typed, so it works alike for what does not exist.</summary>
    public Task<bool> MayBeTried(FailureLimit limit, string target, CancellationToken cancellationToken) =>
        attempts.IsOpen(limit.Target, target, cancellationToken);

    public async Task Count(FailureLimit limit, string target, CancellationToken cancellationToken)
    {
        await attempts.Take(limit.Account, $"{user.Id}", cancellationToken);
        // An unknown network is not one subject.
        if (user.Network.Length > 0)
            await attempts.Take(limit.Address, user.Network, cancellationToken);
        await attempts.Take(limit.Target, target, cancellationToken);
    }
}
