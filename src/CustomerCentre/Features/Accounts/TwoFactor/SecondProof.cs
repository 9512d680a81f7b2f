using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>Looks at a typed code and uses it up, within a transaction that holds the account: of two at once with the same code the second finds it used.</summary>
public sealed class SecondProof(CustomerCentreDb db, AuthenticatorKeys keys, CallerDigits digits, SecondFactors factors, SecurityLetters letters, AuditTrail audit, TimeProvider time)
{
    /// <summary>Has the portal's keys at hand. Goes before the transaction.</summary>
    public void Prepare() => digits.Prepare();

    /// <summary>Whether the code is right and was not used before; saved with the caller's changes.</summary>
    public Task<bool> Use(Account account, FactorWay way, string typed, CancellationToken cancellationToken) => way switch
    {
        FactorWay.App => UseApp(account.Id, FactorDigits.Read(typed)!, cancellationToken),
        FactorWay.Mail => UseMail(account.Id, FactorDigits.Read(typed)!, cancellationToken),
        _ => UseRecovery(account, RecoveryCode.Read(typed)!, cancellationToken),
    };

    /// <summary>The ways a typed code can be meant for: recovery codes have their own shape, the digits of an app and of a mail look alike.</summary>
    public static IReadOnlyList<FactorWay> WaysFor(string? typed, IReadOnlyList<FactorWay> ways) =>
        [.. ways.Where(way => way == FactorWay.Recovery ? RecoveryCode.Read(typed) is not null : FactorDigits.Read(typed) is not null)];

    /// <summary>Whether the code is right by one of the ways and was not used before.</summary>
    public async Task<bool> Use(Account account, IReadOnlyList<FactorWay> ways, string typed, CancellationToken cancellationToken)
    {
        foreach (var way in ways)
        {
            if (await Use(account, way, typed, cancellationToken))
                return true;
        }

        return false;
    }

    private async Task<bool> UseApp(Guid accountId, string code, CancellationToken cancellationToken)
    {
        var factor = await db.SecondFactors.SingleAsync(f => f.AccountId == accountId, cancellationToken);
        return keys.Reveal(factor.ProtectedKey) is { } key && keys.StepOf(key, code) is { } step && factor.UseStep(step);
    }

    private async Task<bool> UseMail(Guid accountId, string code, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var sent = await db.FactorCodes.Where(c => c.AccountId == accountId && c.UsedAt == null && c.ExpiresAt > now).ToListAsync(cancellationToken);
        var right = sent.FindAll(c => digits.Match(c.ProtectedDigits, code));
        right.ForEach(c => c.Use(now));
        return right.Count > 0;
    }

    private async Task<bool> UseRecovery(Account account, string code, CancellationToken cancellationToken)
    {
        var hash = RecoveryCode.HashOf(account.Id, code);
        if (await db.RecoveryCodes.SingleOrDefaultAsync(c => c.Hash == hash && c.AccountId == account.Id && c.UsedAt == null, cancellationToken) is not { } found)
            return false;
        found.Use(time.GetUtcNow());
        var left = await factors.CodesLeft(account.Id, cancellationToken) - 1;
        letters.Send(account, "RecoveryCodeUsed", () => SafetyTexts.UsedSubject, () => string.Format(CultureInfo.CurrentCulture, SafetyTexts.UsedText, left));
        audit.Add("RecoveryCodeUsed", subjectId: account.Id);
        return true;
    }
}
