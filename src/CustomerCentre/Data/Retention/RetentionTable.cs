using System.Linq.Expressions;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CustomerCentre.Data.Retention;

/// <summary>How long we keep what. Drafts and pending requests, whose owners are told before, are in <see cref="LastNotices"/>.</summary>
internal static class RetentionTable
{
    // Codes and links go as mailed links do, some days after they ended; of who looked at whom the fact stays.
    private static readonly RetentionRule[] PartnersAndSupport =
    [
        new("Who looked customers up", options => options.AuditDays, old =>
            old.Db.LookUps.Where(lookUp => lookUp.At < old.Before && (lookUp.AccountId != null || lookUp.Initials != null)).OrderBy(lookUp => lookUp.At).Take(old.Most)
                .ExecuteUpdateAsync(set => set.SetProperty(lookUp => lookUp.AccountId, (Guid?)null).SetProperty(lookUp => lookUp.Initials, (string?)null), old.Token)),
        new("Who checked for partners", options => options.AuditDays, old =>
            old.Db.PartnerChecks.Where(check => check.At < old.Before && check.AccountId != null).OrderBy(check => check.At).Take(old.Most)
                .ExecuteUpdateAsync(set => set.SetProperty(check => check.AccountId, (Guid?)null), old.Token)),
        new("Codes of callers", options => options.ExpiredLinkDays, old =>
            old.Db.CallerCodes.Where(code => code.ExpiresAt < old.Before).OrderBy(code => code.ExpiresAt).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Codes for partners", options => options.ExpiredLinkDays, old =>
            old.Db.CheckCodes.Where(code => code.ExpiresAt < old.Before).OrderBy(code => code.ExpiresAt).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Registration links", options => options.ExpiredLinkDays, old =>
            old.Db.RegistrationLinks.Where(link => link.ExpiresAt < old.Before).OrderBy(link => link.ExpiresAt).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Invitations to partners", options => options.PartnerInvitationDays, old =>
            old.Db.PartnerInvitations.Where(invitation => invitation.CreatedAt < old.Before).OrderBy(invitation => invitation.CreatedAt).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Grants to partners", options => options.AuditDays, old =>
            old.Db.PartnerGrants.Where(grant => grant.Until < old.Before || grant.RevokedAt < old.Before).OrderBy(grant => grant.Until).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Secrets of partners", options => options.AuditDays, old =>
            old.Db.ApiSecrets.Where(secret => secret.ExpiresAt < old.Before || secret.RevokedAt < old.Before).OrderBy(secret => secret.ExpiresAt).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Notes about customers", options => options.NoteDays, old =>
            old.Db.CustomerNotes.Where(note => note.At < old.Before).OrderBy(note => note.At).Take(old.Most).ExecuteDeleteAsync(old.Token)),
    ];

    public static readonly IReadOnlyList<RetentionRule> Rules =
    [
        new("Sign-ups", options => options.SignUpDays, SignUps),
        new("Mailed links", options => options.ExpiredLinkDays, old =>
            old.Db.MailedLinks.Where(link => link.ExpiresAt < old.Before).OrderBy(link => link.ExpiresAt).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("First sign-ins not finished", options => options.ExpiredLinkDays, old =>
            old.Db.FirstSignIns.Where(first => first.ExpiresAt < old.Before).OrderBy(first => first.ExpiresAt).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Joins of accounts not finished", options => options.ExpiredLinkDays, old =>
            old.Db.AccountJoins.Where(join => join.ExpiresAt < old.Before).OrderBy(join => join.ExpiresAt).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Old passwords", options => options.OldPasswordDays, old => OldPasswords(old, kept => kept.ImportedAt < old.Before)),
        new("Old passwords whose day has come", _ => 0, async old =>
            await old.Db.OldPasswordsEnd.AnyAsync(end => end.On <= BusinessCalendar.DayOf(old.Before), old.Token) ? await OldPasswords(old, _ => true) : 0),
        new("Finished drafts", options => options.DraftDays, old =>
            old.Db.Drafts.Where(draft => draft.FinishedAt != null && draft.TouchedAt < old.Before)
                .OrderBy(draft => draft.TouchedAt).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Reserved licences", _ => 0, old =>
            old.Db.ReservedLicences.Where(reserved => reserved.Until <= old.Before).OrderBy(reserved => reserved.Until).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Closed requests for access", options => options.ClosedRequestDays, ClosedRequests),
        new("Evidence of disputed requests", options => options.ClosedRequestDays, old =>
            old.Db.StandingDisputes().Where(disputed => disputed.ClosedAt < old.Before && (disputed.TypedNumber != "" || disputed.TypedRegister != "" || disputed.Message != null))
                .OrderBy(disputed => disputed.ClosedAt).Take(old.Most)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.TypedNumber, "").SetProperty(r => r.TypedRegister, "").SetProperty(r => r.Message, (string?)null), old.Token)),
        new("Bodies of mails", options => options.MailBodyDays, old =>
            // A mail that was given up has no day of sending; its links and codes are as old as itself.
            old.Db.Outbox.Where(mail => mail.DueAt == null && (mail.SentAt ?? mail.CreatedAt) < old.Before && (mail.Text != null || mail.Html != null))
                .OrderBy(mail => mail.Id).Take(old.Most)
                .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Text, (string?)null).SetProperty(mail => mail.Html, (string?)null), old.Token)),
        new("Mails", options => options.MailDays, old =>
            old.Db.Outbox.Where(mail => mail.DueAt == null && (mail.SentAt ?? mail.CreatedAt) < old.Before)
                .OrderBy(mail => mail.Id).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Sessions", options => options.SessionDays, old =>
            old.Db.Sessions.Where(session => session.OpenedAt < old.Before && (session.EndedAt == null || session.EndedAt < old.Before))
                .OrderBy(session => session.OpenedAt).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Visits to services", options => options.SessionDays, old =>
            old.Db.ServiceVisits.Where(visit => visit.UsedAt < old.Before).OrderBy(visit => visit.UsedAt).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        // A token that ran out is refused with its row or without; until then a used one is kept, so that a second use is noticed.
        new("Tokens of services", options => options.ExpiredLinkDays, old =>
            old.Db.Set<OpenIddictEntityFrameworkCoreToken<Guid>>().Where(token => token.ExpirationDate < old.Before.UtcDateTime).OrderBy(token => token.Id).Take(old.Most)
                .ExecuteDeleteAsync(old.Token)),
        // A sign-in to a service is done with when its last token is gone, a consent when it was taken back; one that stands has no end.
        new("Sign-ins to services", options => options.ExpiredLinkDays, old =>
            old.Db.Set<OpenIddictEntityFrameworkCoreAuthorization<Guid>>()
                .Where(given => given.CreationDate < old.Before.UtcDateTime && (given.Type == AuthorizationTypes.AdHoc || given.Status != Statuses.Valid) && !given.Tokens.Any())
                .OrderBy(given => given.Id).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Closed accounts", options => options.ClosedAccountDays, ClosedAccounts.Anonymise),
        new("What came along with joined accounts", _ => (int)SafetyNotice.Lifetime.TotalDays, old =>
            old.Db.JoinedRows.Where(row => row.At < old.Before).OrderBy(row => row.At).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Cases about accounts", options => options.AuditDays, old =>
            old.Db.AccountCases.Where(c => c.OpenedAt < old.Before).OrderBy(c => c.OpenedAt).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Notices about safety", _ => (int)SafetyNotice.Lifetime.TotalDays, old =>
            old.Db.SafetyNotices.Where(notice => notice.At < old.Before).OrderBy(notice => notice.At).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("New e-mails that were not confirmed", options => options.ExpiredLinkDays, old =>
            old.Db.EmailChanges.Where(change => change.AskedAt < old.Before).OrderBy(change => change.AskedAt).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Who is in the audit", options => options.AuditDays, old =>
            old.Db.Audit.Where(entry => entry.At < old.Before && (entry.AccountId != null || entry.Note != null)).OrderBy(entry => entry.At).Take(old.Most)
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.AccountId, (Guid?)null).SetProperty(entry => entry.Note, (string?)null), old.Token)),
        new("Whom the audit is about", options => options.AuditDays, old =>
            old.Db.Audit.Where(entry => entry.At < old.Before && old.Db.Users.Any(account => account.Id == entry.SubjectId)).OrderBy(entry => entry.At).Take(old.Most)
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.SubjectId, (Guid?)null), old.Token)),
        new("Proofs of consent", options => options.ConsentDays, old =>
            old.Db.Consents.Where(consent => consent.At < old.Before).OrderBy(consent => consent.At).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        .. PartnersAndSupport,
        new("Codes of sign-ins", options => options.ExpiredLinkDays, old =>
            old.Db.FactorCodes.Where(code => code.ExpiresAt < old.Before).OrderBy(code => code.ExpiresAt).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Trusted browsers", _ => 0, old =>
            old.Db.TrustedBrowsers.Where(browser => browser.ExpiresAt < old.Before).OrderBy(browser => browser.ExpiresAt).Take(old.Most).ExecuteDeleteAsync(old.Token)),
        new("Counters of tries", _ => 0, old =>
            old.Db.Attempts.Where(counter => counter.ResetsAt <= old.Before).OrderBy(counter => counter.ResetsAt).Take(old.Most).ExecuteDeleteAsync(old.Token)),
    ];

    // Found by index and deleted by e-mail: a limited deletion by a key of two columns would look at every row for each it deletes.
    private static async Task<int> OldPasswords(Expired old, Expression<Func<OldPassword, bool>> which)
    {
        var emails = await old.Db.OldPasswords.Where(which).OrderBy(kept => kept.ImportedAt).Take(old.Most).Select(kept => kept.NormalizedEmail).ToListAsync(old.Token);
        await old.Db.OldPasswords.Where(which).Where(kept => EF.Parameter(emails).Contains(kept.NormalizedEmail)).ExecuteDeleteAsync(old.Token);
        return emails.Count;
    }

    // A confirmed sign-up has become an account; the copy of its e-mail and password hash is worth as little as an unconfirmed one.
    private static async Task<int> SignUps(Expired old)
    {
        var ids = await old.Db.SignUps.Where(signUp => signUp.CreatedAt < old.Before && (signUp.ConfirmedAt == null || signUp.ConfirmedAt < old.Before))
            .OrderBy(signUp => signUp.CreatedAt).Take(old.Most).Select(signUp => signUp.Id).ToListAsync(old.Token);
        await old.Db.MailedLinks.Where(link => link.Purpose == LinkPurpose.ConfirmEmail && ids.Contains(link.SubjectId)).ExecuteDeleteAsync(old.Token);
        return await old.Db.SignUps.Where(signUp => ids.Contains(signUp.Id)).ExecuteDeleteAsync(old.Token);
    }

    // A dispute that stands is what keeps the same proof from letting the account in again. One that the operator ended goes before the decision that ended it.
    private static async Task<int> ClosedRequests(Expired old)
    {
        var standing = old.Db.StandingDisputes();
        var ids = await old.Db.AccessRequests
            .Where(request => request.State != AccessRequestState.Pending && request.ClosedAt < old.Before && !standing.Any(disputed => disputed.Id == request.Id))
            .OrderBy(request => request.ClosedAt).ThenByDescending(request => request.State == AccessRequestState.Disputed).Take(old.Most).Select(request => request.Id).ToListAsync(old.Token);
        return await DeleteRequests(old.Db, ids, old.Token);
    }

    /// <summary>Deletes requests for access with the licences kept for them.</summary>
    public static async Task<int> DeleteRequests(CustomerCentreDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await db.ReservedLicences.Where(reserved => ids.Contains(reserved.AccessRequestId)).ExecuteDeleteAsync(cancellationToken);
        return await db.AccessRequests.Where(request => ids.Contains(request.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
