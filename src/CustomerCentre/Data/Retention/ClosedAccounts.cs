using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;

namespace CustomerCentre.Data.Retention;

/// <summary>
/// Leaves nothing of the person in an account that stayed closed. The row itself stays, because deeds hang on it. The customer stays too, without that member; who comes
/// after may ask for access to it.
/// </summary>
internal static class ClosedAccounts
{
    public static async Task<int> Anonymise(Expired old)
    {
        var accounts = await old.Db.Users.Where(a => !a.IsAnonymous && (a.ClosedAt < old.Before || old.Db.Users.Any(into => into.Id == a.JoinedIntoId && into.ClosedAt < old.Before)))
            .OrderBy(a => a.Id).Take(old.Most).ToListAsync(old.Token);
        foreach (var account in accounts)
        {
            await old.Db.HoldAccount(account.Id, old.Token);
            await TakeAway(old.Db, account.Id, EmailAddress.Parse(account.Email!), old.Token);
            account.Rename(EmailAddress.Parse($"{account.Id:n}@closed.invalid"));
            (account.Name, account.PhoneNumber, account.PasswordHash, account.EmailConfirmed, account.TwoFactorEnabled) = (null, null, null, false, false);
            account.IsAnonymous = true;
        }

        await old.Db.SaveChangesAsync(old.Token);
        return accounts.Count;
    }

    private static async Task TakeAway(CustomerCentreDb db, Guid id, EmailAddress email, CancellationToken token)
    {
        await db.Members.IgnoreQueryFilters().Where(member => member.AccountId == id).ExecuteDeleteAsync(token);
        await db.PartnerMembers.Where(member => member.AccountId == id).ExecuteDeleteAsync(token);
        await db.Drafts.Where(draft => draft.AccountId == id).ExecuteDeleteAsync(token);
        var pending = await db.AccessRequests.Where(r => r.AccountId == id && r.State == AccessRequestState.Pending).Select(r => r.Id).ToListAsync(token);
        await RetentionTable.DeleteRequests(db, pending, token);

        await db.MailedLinks.Where(link => link.SubjectId == id || db.SafetyNotices.Any(notice => notice.Id == link.SubjectId && notice.AccountId == id)).ExecuteDeleteAsync(token);
        await db.SafetyNotices.Where(notice => notice.AccountId == id).ExecuteDeleteAsync(token);
        await db.EmailChanges.Where(change => change.AccountId == id).ExecuteDeleteAsync(token);
        await db.Sessions.Where(session => session.AccountId == id).ExecuteDeleteAsync(token);
        await db.TrustedBrowsers.Where(browser => browser.AccountId == id).ExecuteDeleteAsync(token);
        await db.RecoveryCodes.Where(code => code.AccountId == id).ExecuteDeleteAsync(token);
        await db.FactorCodes.Where(code => code.AccountId == id).ExecuteDeleteAsync(token);
        await db.SecondFactors.Where(factor => factor.AccountId == id).ExecuteDeleteAsync(token);
        await db.UserPasskeys.Where(passkey => passkey.UserId == id).ExecuteDeleteAsync(token);
        await db.AccountCases.Where(c => c.AccountId == id).ExecuteDeleteAsync(token);
        await db.JoinedRows.Where(row => row.AccountId == id).ExecuteDeleteAsync(token);
        await db.ServiceSubjects.Where(known => known.AccountId == id).ExecuteDeleteAsync(token);
        await db.JoinedServices.Where(joined => joined.AccountId == id).ExecuteDeleteAsync(token);
        await db.AccountJoins.Where(join => join.AccountId == id).ExecuteDeleteAsync(token);
        await db.FirstSignIns.Where(first => first.NormalizedEmail == email.Normalized).ExecuteDeleteAsync(token);
        await db.OldPasswords.Where(old => old.NormalizedEmail == email.Normalized).ExecuteDeleteAsync(token);
        await db.ServiceVisits.Where(visit => visit.AccountId == id).ExecuteDeleteAsync(token);
        var subject = $"{id}";
        await db.Set<OpenIddictEntityFrameworkCoreToken<Guid>>().Where(held => held.Subject == subject).ExecuteDeleteAsync(token);
        await db.Set<OpenIddictEntityFrameworkCoreAuthorization<Guid>>().Where(given => given.Subject == subject).ExecuteDeleteAsync(token);
        // What was consented to stays provable; by whom is forgotten.
        await db.Consents.Where(consent => consent.AccountId == id).ExecuteUpdateAsync(set => set.SetProperty(consent => consent.AccountId, (Guid?)null), token);
        await db.SignUps.Where(signUp => signUp.NormalizedEmail == email.Normalized).ExecuteDeleteAsync(token);
        await db.Outbox.Where(mail => mail.To == email).ExecuteDeleteAsync(token);
    }
}
