using System.Globalization;
using CustomerCentre.Data.Retention;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Legal;

/// <summary>One line of the table that says how long we keep what. The periods are those the nightly job obeys, so the page cannot promise anything else.</summary>
public sealed record KeptData(string What, string HowLong, string Then)
{
    public static IReadOnlyList<KeptData> All(RetentionOptions kept) =>
    [
        new(LegalTexts.KeepSignUp, Since(LegalTexts.SinceSignUp, Days(kept.SignUpDays)), LegalTexts.ThenDeleted),
        new(LegalTexts.KeepDraft, Since(LegalTexts.SinceTouched, Days(kept.DraftDays)), LegalTexts.ThenDeletedWithNotice),
        new(LegalTexts.KeepPending, Since(LegalTexts.SinceRequested, Days(kept.PendingRequestDays)), LegalTexts.ThenDeletedWithNotice),
        new(LegalTexts.KeepEvidence, Since(LegalTexts.SinceDecided, Days(kept.ClosedRequestDays)), LegalTexts.ThenDeleted),
        new(LegalTexts.KeepDispute, LegalTexts.SinceDispute, LegalTexts.ThenDeleted),
        new(LegalTexts.KeepMailText, Since(LegalTexts.SinceSent, Days(kept.MailBodyDays)), LegalTexts.ThenErased),
        new(LegalTexts.KeepDataRequest, Since(LegalTexts.SinceSent, Days(kept.MailBodyDays)), LegalTexts.ThenErasedHere),
        new(LegalTexts.KeepMail, Since(LegalTexts.SinceSent, Days(kept.MailDays)), LegalTexts.ThenDeleted),
        new(LegalTexts.KeepSession, Since(LegalTexts.SinceSession, Days(kept.SessionDays)), LegalTexts.ThenDeleted),
        new(LegalTexts.KeepConsent, Since(LegalTexts.SinceChoice, Days(kept.ConsentDays)), LegalTexts.ThenDeleted),
        new(LegalTexts.KeepAudit, Since(LegalTexts.SinceEvent, Days(kept.AuditDays)), LegalTexts.ThenNameless),
        new(LegalTexts.KeepCheck, Since(LegalTexts.SinceEvent, Days(kept.AuditDays)), LegalTexts.ThenNameless),
        new(LegalTexts.KeepNote, Since(LegalTexts.SinceWritten, Days(kept.NoteDays)), LegalTexts.ThenDeleted),
        new(LegalTexts.KeepCode, Since(LegalTexts.SinceExpired, Days(kept.ExpiredLinkDays)), LegalTexts.ThenDeleted),
        new(LegalTexts.KeepPartnerInvitation, Since(LegalTexts.SinceSentInvitation, Days(kept.PartnerInvitationDays)), LegalTexts.ThenDeleted),
        new(LegalTexts.KeepGrant, Since(LegalTexts.SinceExpired, Days(kept.AuditDays)), LegalTexts.ThenDeleted),
        new(LegalTexts.KeepSecret, Since(LegalTexts.SinceExpired, Days(kept.AuditDays)), LegalTexts.ThenDeleted),
        new(LegalTexts.KeepImport, Since(LegalTexts.SinceImport, Days(kept.ImportReportDays)), LegalTexts.ThenDeleted),
        new(LegalTexts.KeepOldPasswords, Since(LegalTexts.SinceOldPasswords, Months(kept.OldPasswordMonths)), LegalTexts.ThenDeleted),
        new(LegalTexts.KeepClosed, Since(LegalTexts.SinceClosed, Days(kept.ClosedAccountDays)), LegalTexts.ThenAnonymous),
    ];

    private static string Since(string text, string period) => string.Format(CultureInfo.CurrentCulture, text, period);

    /// <summary>Whole years as years: 3 years reads better than 1095 days.</summary>
    private static string Days(int days) => days % 365 == 0
        ? Count(days / 365, LegalTexts.YearOne, LegalTexts.YearFew, LegalTexts.YearMany)
        : Count(days, LegalTexts.DayOne, LegalTexts.DayFew, LegalTexts.DayMany);

    private static string Months(int months) => Count(months, LegalTexts.MonthOne, LegalTexts.MonthFew, LegalTexts.MonthMany);

    private static string Count(int n, string one, string few, string many) => string.Format(CultureInfo.CurrentCulture, Plural.Of(n, one, few, many), n);
}
