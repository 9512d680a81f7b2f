using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Calls;

/// <summary>Tells operator administrators what one of the staff should not have done, within the caller's transaction.</summary>
public sealed class StaffReports(CustomerCentreDb db, Outbox outbox, AuditTrail audit, CurrentUser user, TimeProvider time)
{
    /// <summary>An agent tried to reach the company he acts for.</summary>
    public Task OwnCompany(Guid customerId, string number, CancellationToken cancellationToken) =>
        Tell("OwnCompanyRefused", customerId, () => (CallsTexts.OwnCompanySubject, CallsTexts.OwnCompanyWhat), number, cancellationToken);

    /// <summary>An agent has typed as many wrong codes as he may.</summary>
    public Task Guessing(Guid customerId, string number, CancellationToken cancellationToken) =>
        Tell("CallerCodeGuessed", customerId, () => (CallsTexts.GuessedSubject, CallsTexts.GuessedWhat), number, cancellationToken);

    private async Task Tell(string what, Guid customerId, Func<(string Subject, string Text)> say, string number, CancellationToken cancellationToken)
    {
        audit.Add(what, customerId, user.Id);
        var agent = await db.Users.Where(account => account.Id == user.Id).Select(account => account.Email!).SingleAsync(cancellationToken);
        var idle = time.GetUtcNow().AddDays(-StaffMember.IdleDays);
        var administrators = await db.Users.AsNoTracking()
            .Where(account => db.StaffMembers.Any(staff => staff.AccountId == account.Id && staff.Role == OperatorRole.Administrator && staff.UsedAt > idle))
            .ToListAsync(cancellationToken);
        foreach (var account in administrators)
            outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () => Write(what, say(), agent, number));
    }

    private static Letter Write(string what, (string Subject, string Text) words, string agent, string number) =>
        new(what, words.Subject, [string.Format(CultureInfo.CurrentCulture, words.Text, agent, number), CallsTexts.ReportNext]);
}
