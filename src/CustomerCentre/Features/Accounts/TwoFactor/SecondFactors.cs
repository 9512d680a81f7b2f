using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>What an account asks for beside its password, and in which browsers it does not.</summary>
public sealed class SecondFactors(CustomerCentreDb db, TrustedBrowserBook browsers)
{
    /// <summary>Whether a second proof is asked for at this sign-in.</summary>
    /// <param name="account">Whose sign-in.</param>
    /// <param name="byMail">The first proof was a mailed link: a mailed code would be the same proof again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> AreAsked(Account account, bool byMail, CancellationToken cancellationToken) =>
        account.TwoFactorEnabled && (await WaysOf(account.Id, byMail, cancellationToken)).Count > 0 && !await browsers.Trusts(account.Id, cancellationToken);

    /// <summary>The ways open to a person, the most usual first; none when nothing is asked for.</summary>
    public async Task<IReadOnlyList<FactorWay>> WaysOf(Guid accountId, bool byMail, CancellationToken cancellationToken)
    {
        var factor = await db.SecondFactors.AsNoTracking().SingleOrDefaultAsync(f => f.AccountId == accountId, cancellationToken);
        if (factor is null || !factor.IsOn || (byMail && !factor.Has(FactorWay.App)))
            return [];
        return [.. Enum.GetValues<FactorWay>().Where(way => factor.Has(way) && !(byMail && way == FactorWay.Mail))];
    }

    /// <summary>Recovery codes that were not used yet.</summary>
    public Task<int> CodesLeft(Guid accountId, CancellationToken cancellationToken) =>
        db.RecoveryCodes.CountAsync(code => code.AccountId == accountId && code.UsedAt == null, cancellationToken);

    /// <summary>Draws a new set of recovery codes; the old one is worth nothing from now on. Within the caller's transaction.</summary>
    /// <returns>The codes as they are shown, this once.</returns>
    public async Task<IReadOnlyList<string>> DrawCodes(Guid accountId, CancellationToken cancellationToken)
    {
        await db.RecoveryCodes.Where(code => code.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        var drawn = Enumerable.Range(0, RecoveryCode.SetSize).Select(_ => RecoveryCode.Create(accountId)).ToList();
        db.RecoveryCodes.AddRange(drawn.Select(pair => pair.Code));
        return [.. drawn.Select(pair => pair.Shown)];
    }
}
