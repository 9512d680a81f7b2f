using System.ComponentModel.DataAnnotations;
using CustomerCentre.Domain.Accounts;

namespace CustomerCentre.Data.Retention;

/// <summary>Section <c>Retention</c>: how many days each kind of data is kept.</summary>
public sealed class RetentionOptions
{
    private const int Longest = 3650;

    [Range(1, Longest)] public int SignUpDays { get; set; } = 7;

    [Range(1, Longest)] public int ExpiredLinkDays { get; set; } = 7;

    /// <summary>Days since a draft of the wizard was last touched.</summary>
    [Range(1, Longest)] public int DraftDays { get; set; } = 90;

    /// <summary>Days since a request for access was made that nobody has decided.</summary>
    [Range(1, Longest)] public int PendingRequestDays { get; set; } = 90;

    /// <summary>How many days before a draft or a pending request goes away its owner is told.</summary>
    [Range(1, Longest)] public int NoticeDays { get; set; } = 7;

    /// <summary>Days since a request for access was decided or taken back.</summary>
    [Range(1, Longest)] public int ClosedRequestDays { get; set; } = 365;

    [Range(1, Longest)] public int MailBodyDays { get; set; } = 7;

    [Range(1, Longest)] public int MailDays { get; set; } = 730;

    /// <summary>Days since a session ended, or was opened when nobody ended it.</summary>
    [Range(1, Longest)] public int SessionDays { get; set; } = 180;

    /// <summary>Days in which who closed the account may open it again.</summary>
    [Range(1, Longest)] public int ClosedAccountDays { get; set; } = 30;

    [Range(1, Longest)] public int AuditDays { get; set; } = 1095;

    /// <summary>Days since a choice about cookies, so that it can be proven.</summary>
    [Range(Longest / 10, Longest)] public int ConsentDays { get; set; } = 1095;

    /// <summary>Days since somebody was invited to work for a partner.</summary>
    [Range(1, Longest)] public int PartnerInvitationDays { get; set; } = 90;

    /// <summary>Days since staff wrote a note about a customer.</summary>
    [Range(1, Longest)] public int NoteDays { get; set; } = 1095;

    /// <summary>Days since the run of an import that left a report.</summary>
    [Range(1, Longest)] public int ImportReportDays { get; set; } = 30;

    /// <summary>Months since a password of an old service was imported, unless an operator administrator sets an earlier day.</summary>
    [Range(1, OldPasswordsEnd.MostMonths)] public int OldPasswordMonths { get; set; } = OldPasswordsEnd.MostMonths;

    /// <summary>The same in days, never more than so many months of the calendar have.</summary>
    public int OldPasswordDays => OldPasswordMonths * 365 / 12;

    /// <summary>Most rows taken in one transaction, so that others can write in between.</summary>
    [Range(1, 1000)] public int BatchSize { get; set; } = 200;
}
