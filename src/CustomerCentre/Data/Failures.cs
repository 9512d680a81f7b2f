using CustomerCentre.Requests;

namespace CustomerCentre.Data;

/// <summary>How many failures of one kind are let pass within <paramref name="Window"/>: by one account, from one address (of IPv6 its network) and at one target.</summary>
/// <param name="Kind">What fails, for example <c>AskForAccess</c>.</param>
public sealed record FailureLimit(string Kind, int PerAccount, int PerAddress, int PerTarget, TimeSpan Window)
{
    internal AttemptLimit Account => new($"{Kind}/account", PerAccount, Window);
    internal AttemptLimit Address => new($"{Kind}/address", PerAddress, Window);
    internal AttemptLimit Target => new($"{Kind}/target", PerTarget, Window);
    internal AttemptLimit Mistake => new($"{Kind}/mistake", 1, Window);
}

/// <summary>Whether a person may still try.</summary>
public enum Standing
{
    Open,

    /// <summary>Nobody may try this target any more. Counters hang on what was typed, so it works alike for what does not exist.</summary>
    TargetShut,

    /// <summary>This account or its network failed too often.</summary>
    Shut,
}

/// <summary>Limits failures, not tries: each look is counted before it is made and given back when it did not fail.</summary>
public sealed class Failures(CustomerCentreDb db, Attempts attempts, CurrentUser user)
{
    /// <summary>
    /// Looks within the limit, in a short transaction of its own, before the work that rests on the look. Counting first holds the counters' rows until the look is over, so
    /// on any database who shares a counter waits and then sees what came of those before: parallel guesses are counted one by one and right tries never crowd each other out.
    /// </summary>
    /// <param name="limit">How many failures pass.</param>
    /// <param name="target">What is guessed at, as typed.</param>
    /// <param name="mistake">Names this very guess: the same one sent again tells nothing new, so it is counted once.</param>
    /// <param name="look">Says whether the guess was right; not called when shut. Answers for the person come only after this method has.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Standing> Guard(FailureLimit limit, string target, string mistake, Func<CancellationToken, Task<bool>> look, CancellationToken cancellationToken) =>
        db.Database.CurrentTransaction is null
            ? db.InTransaction(token => Count(limit, target, mistake, look, token), cancellationToken)
            : throw new InvalidOperationException("A failure is counted before the work's transaction: one that is rolled back would forget it.");

    private async Task<Standing> Count(FailureLimit limit, string target, string mistake, Func<CancellationToken, Task<bool>> look, CancellationToken cancellationToken)
    {
        var me = $"{user.Id}";
        var mayTry = await attempts.Take(limit.Account, me, cancellationToken);
        if (!await attempts.IsOpen(limit.Mistake, $"{me}\n{mistake}", cancellationToken))
        {
            await attempts.GiveBack(limit.Account, me, cancellationToken);
            return await attempts.IsOpen(limit.Target, target, cancellationToken) ? Standing.Open : Standing.TargetShut;
        }

        if (!mayTry)
            return Standing.Shut;
        // An unknown network is not one subject.
        if (user.Network.Length > 0 && !await attempts.Take(limit.Address, user.Network, cancellationToken))
        {
            await attempts.GiveBack(limit.Account, me, cancellationToken);
            return Standing.Shut;
        }

        var standing = await attempts.Take(limit.Target, target, cancellationToken) ? Standing.Open : Standing.TargetShut;
        if (standing == Standing.Open && await look(cancellationToken))
            await GiveBack(limit, me, target, cancellationToken);
        else
            await attempts.Take(limit.Mistake, $"{me}\n{mistake}", cancellationToken);
        return standing;
    }

    private async Task GiveBack(FailureLimit limit, string me, string target, CancellationToken cancellationToken)
    {
        await attempts.GiveBack(limit.Account, me, cancellationToken);
        if (user.Network.Length > 0)
            await attempts.GiveBack(limit.Address, user.Network, cancellationToken);
        await attempts.GiveBack(limit.Target, target, cancellationToken);
    }
}
