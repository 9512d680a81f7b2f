using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Profile;

/// <summary>Gives an account the e-mail that was proven for it, within the caller's transaction. Which sessions end is the caller's.</summary>
public sealed class EmailMove(CustomerCentreDb db, LinkDesk links, SecurityLetters letters, AuditTrail audit)
{
    /// <returns>False when another account has the e-mail.</returns>
    public async Task<bool> Move(Account account, EmailAddress email, CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(a => a.NormalizedEmail == email.Normalized, cancellationToken))
            return false;
        var old = EmailAddress.Parse(account.Email!);
        await db.EmailChanges.Where(change => change.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        account.Rename(email);
        // What was mailed to the old mailbox must not set the password.
        await links.Replace(LinkPurpose.ResetPassword, account.Id, cancellationToken);
        letters.Send(account, "EmailChanged", () => ProfileTexts.EmailChangedSubject, () => ProfileTexts.EmailChangedText, old);
        audit.Add("EmailChanged", subjectId: account.Id);
        return true;
    }
}
