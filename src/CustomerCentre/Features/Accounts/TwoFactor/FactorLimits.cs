using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>
/// Counts tries of second proofs before they are looked at. Six digits can be guessed from many networks, so the account itself is limited: who gets so far knows
/// the password, and the owner still has a recovery code, a passkey or a trusted browser.
/// </summary>
public sealed class FactorLimits(Attempts attempts, CurrentUser user, TimeProvider time)
{
    internal static readonly AttemptLimit Digits = new("FactorDigits", 5, TimeSpan.FromMinutes(15));
    internal static readonly AttemptLimit DigitsADay = new("FactorDigitsDay", 30, TimeSpan.FromDays(1));
    internal static readonly AttemptLimit Recovery = new("FactorRecovery", 10, TimeSpan.FromMinutes(15));
    internal static readonly AttemptLimit Network = new("FactorNetwork", 50, TimeSpan.FromMinutes(15));
    internal static readonly AttemptLimit Mails = new("FactorMails", 5, TimeSpan.FromHours(1));
    internal static readonly AttemptLimit MailsOfNetwork = new("FactorMailsNetwork", 20, TimeSpan.FromHours(1));

    /// <summary>Counts one typed code.</summary>
    /// <returns>Null when it may be looked at, else a sentence that says how long to wait.</returns>
    public async Task<string?> Take(FactorWay way, Guid accountId, CancellationToken cancellationToken)
    {
        foreach (var (limit, subject) in Of(way, accountId))
        {
            if (!await attempts.Take(limit, subject, cancellationToken))
                return await Wait(limit, subject, cancellationToken);
        }

        return null;
    }

    /// <summary>After a success: the account begins anew, what is counted over longer or shared with others gets this try back.</summary>
    public async Task Forgive(FactorWay way, Guid accountId, CancellationToken cancellationToken)
    {
        var counted = Of(way, accountId);
        await attempts.Forget(counted[0].Limit, counted[0].Subject, cancellationToken);
        foreach (var (limit, subject) in counted.Skip(1))
            await attempts.GiveBack(limit, subject, cancellationToken);
    }

    /// <summary>Counts one code to be mailed.</summary>
    public async Task<string?> TakeMail(Guid accountId, CancellationToken cancellationToken)
    {
        if (!await attempts.Take(Mails, $"{accountId}", cancellationToken))
            return await Wait(Mails, $"{accountId}", cancellationToken);
        return user.Network.Length == 0 || await attempts.Take(MailsOfNetwork, user.Network, cancellationToken)
            ? null : await Wait(MailsOfNetwork, user.Network, cancellationToken);
    }

    private List<(AttemptLimit Limit, string Subject)> Of(FactorWay way, Guid accountId)
    {
        List<(AttemptLimit, string)> limits = way == FactorWay.Recovery ? [(Recovery, $"{accountId}")] : [(Digits, $"{accountId}"), (DigitsADay, $"{accountId}")];
        // Without an address everybody would share one counter.
        if (user.Network.Length > 0)
            limits.Add((Network, user.Network));
        return limits;
    }

    private async Task<string> Wait(AttemptLimit limit, string subject, CancellationToken cancellationToken)
    {
        var minutes = (int)Math.Ceiling((await attempts.ResetsAt(limit, subject, cancellationToken) - time.GetUtcNow()).TotalMinutes);
        var words = Plural.Of(minutes, AccountsTexts.MinutesOne, AccountsTexts.MinutesFew, AccountsTexts.MinutesMany);
        return string.Format(CultureInfo.CurrentCulture, AccountsTexts.TooManyTries, string.Format(CultureInfo.CurrentCulture, words, minutes));
    }
}
