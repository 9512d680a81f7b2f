using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Accounts;

/// <summary>Counts tries by <see cref="TryLimits"/>. Counters hang on the e-mail's hash, so unknown e-mails behave as known ones.</summary>
public sealed class Tries(Attempts attempts, CurrentUser user, TimeProvider time)
{
    /// <summary>Counts one try before any work is done for it.</summary>
    /// <returns>Null when it may go on, else a sentence that says how long to wait.</returns>
    public async Task<string?> Take(TryLimits limits, EmailAddress email, CancellationToken cancellationToken)
    {
        var pair = await IsPressed(limits, email, cancellationToken) ? limits.Pair with { Most = limits.PressedMost } : limits.Pair;
        var subject = await PairOf(limits, email, cancellationToken);
        if (!await attempts.Take(pair, subject, cancellationToken))
        {
            await attempts.Mark(limits.Locked, email.Normalized, await attempts.ResetsAt(pair, subject, cancellationToken), cancellationToken);
            return await Wait(pair, subject, cancellationToken);
        }

        await attempts.Take(limits.Email, email.Normalized, cancellationToken);
        // Without an address everybody would share one counter.
        var free = user.Network.Length == 0 || await attempts.Take(limits.Network, user.Network, cancellationToken);
        return free ? null : await Wait(limits.Network, user.Network, cancellationToken);
    }

    /// <summary>After a success: the pair begins anew, the counters shared with others get this try back.</summary>
    public async Task Forgive(TryLimits limits, EmailAddress email, CancellationToken cancellationToken)
    {
        await Forget(limits, email, cancellationToken);
        await attempts.GiveBack(limits.Email, email.Normalized, cancellationToken);
        if (user.Network.Length > 0)
            await attempts.GiveBack(limits.Network, user.Network, cancellationToken);
    }

    /// <summary>The pair begins anew.</summary>
    public async Task Forget(TryLimits limits, EmailAddress email, CancellationToken cancellationToken) =>
        await attempts.Forget(limits.Pair, await PairOf(limits, email, cancellationToken), cancellationToken);

    /// <summary>Every pair of the e-mail begins anew; networks that try many e-mails stay locked.</summary>
    public async Task Unlock(TryLimits limits, EmailAddress email, CancellationToken cancellationToken)
    {
        await attempts.Take(limits.Generation, email.Normalized, cancellationToken);
        await attempts.Forget(limits.Locked, email.Normalized, cancellationToken);
        await attempts.Forget(limits.Email, email.Normalized, cancellationToken);
    }

    /// <summary>Until when one pair of the e-mail at least is locked; null when none is.</summary>
    public async Task<DateTimeOffset?> LockedUntil(TryLimits limits, EmailAddress email, CancellationToken cancellationToken) =>
        await attempts.IsOpen(limits.Locked, email.Normalized, cancellationToken) ? null : await attempts.ResetsAt(limits.Locked, email.Normalized, cancellationToken);

    /// <summary>Whether tries come from so many networks that each pair has fewer.</summary>
    public async Task<bool> IsPressed(TryLimits limits, EmailAddress email, CancellationToken cancellationToken) =>
        !await attempts.IsOpen(limits.Email, email.Normalized, cancellationToken);

    private async Task<string> PairOf(TryLimits limits, EmailAddress email, CancellationToken cancellationToken) =>
        $"{email.Normalized}\n{user.Network}\n{await attempts.CountOf(limits.Generation, email.Normalized, cancellationToken)}";

    private async Task<string> Wait(AttemptLimit limit, string subject, CancellationToken cancellationToken)
    {
        var minutes = (int)Math.Ceiling((await attempts.ResetsAt(limit, subject, cancellationToken) - time.GetUtcNow()).TotalMinutes);
        var words = Plural.Of(minutes, AccountsTexts.MinutesOne, AccountsTexts.MinutesFew, AccountsTexts.MinutesMany);
        return string.Format(CultureInfo.CurrentCulture, AccountsTexts.TooManyTries, string.Format(CultureInfo.CurrentCulture, words, minutes));
    }
}
