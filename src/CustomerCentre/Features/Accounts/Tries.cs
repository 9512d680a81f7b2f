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
        var pressed = !await attempts.IsOpen(limits.Email, email.Normalized, cancellationToken);
        var pair = pressed ? limits.Pair with { Most = limits.PressedMost } : limits.Pair;
        if (!await attempts.Take(pair, PairOf(email), cancellationToken))
            return await Wait(pair, PairOf(email), cancellationToken);

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
    public Task Forget(TryLimits limits, EmailAddress email, CancellationToken cancellationToken) => attempts.Forget(limits.Pair, PairOf(email), cancellationToken);

    private string PairOf(EmailAddress email) => $"{email.Normalized}\n{user.Network}";

    private async Task<string> Wait(AttemptLimit limit, string subject, CancellationToken cancellationToken)
    {
        var minutes = (int)Math.Ceiling((await attempts.ResetsAt(limit, subject, cancellationToken) - time.GetUtcNow()).TotalMinutes);
        var words = Plural.Of(minutes, AccountsTexts.MinutesOne, AccountsTexts.MinutesFew, AccountsTexts.MinutesMany);
        return string.Format(CultureInfo.CurrentCulture, AccountsTexts.TooManyTries, string.Format(CultureInfo.CurrentCulture, words, minutes));
    }
}
