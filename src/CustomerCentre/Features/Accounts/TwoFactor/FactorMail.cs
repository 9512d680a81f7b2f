using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>Mails six digits as a second proof; a newer code replaces the one before.</summary>
public sealed class FactorMail(CustomerCentreDb db, CallerDigits digits, Outbox outbox, TimeProvider time)
{
    /// <summary>Has the portal's keys at hand. Goes before the transaction.</summary>
    public void Prepare() => digits.Prepare();

    /// <summary>Puts the letter into the caller's transaction, which holds the account and saves.</summary>
    public async Task Send(Account account, CancellationToken cancellationToken)
    {
        var (drawn, now) = (CallerDigits.New(), time.GetUtcNow());
        var earlier = await db.FactorCodes.Where(code => code.AccountId == account.Id && code.UsedAt == null && code.ExpiresAt > now).ToListAsync(cancellationToken);
        earlier.ForEach(code => code.Replace(now));
        db.FactorCodes.Add(new FactorCode(Guid.CreateVersion7(now), account.Id, digits.Protect(drawn), now));
        outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () => Write(drawn));
    }

    private static Letter Write(string drawn) => new(
        "FactorCode", SafetyTexts.CodeMailSubject, [SafetyTexts.CodeMailWhat, CallerDigits.Show(drawn), SafetyTexts.CodeMailLives, SafetyTexts.CodeMailStranger]);
}
