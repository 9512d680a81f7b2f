using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support;

/// <summary>Tells operator administrators what one of the staff should not have done, within the caller's transaction.</summary>
public sealed class StaffReports(CustomerCentreDb db, Outbox outbox, AuditTrail audit, CurrentUser user, TimeProvider time)
{
    /// <summary>An agent tried to reach the company he acts for.</summary>
    public Task OwnCompany(Guid customerId, CancellationToken cancellationToken) =>
        Tell("OwnCompanyRefused", customerId, () => (CallsTexts.OwnCompanySubject, CallsTexts.OwnCompanyWhat), cancellationToken);

    /// <summary>An agent has typed as many wrong codes as he may.</summary>
    public Task Guessing(Guid customerId, CancellationToken cancellationToken) =>
        Tell("CallerCodeGuessed", customerId, () => (CallsTexts.GuessedSubject, CallsTexts.GuessedWhat), cancellationToken);

    // Every try is written down, but a day's tries at one customer are one mail. It is about the agent, so it stands in no customer's file.
    private async Task Tell(string what, Guid customerId, Func<(string Subject, string Text)> say, CancellationToken cancellationToken)
    {
        var yesterday = time.GetUtcNow().AddDays(-1);
        var isKnown = await db.Audit.AnyAsync(
            entry => entry.Event == what && entry.CustomerId == customerId && entry.AccountId == user.Id && entry.At > yesterday, cancellationToken);
        audit.Add(what, customerId, user.Id);
        if (isKnown)
            return;
        var agent = await db.Users.Where(account => account.Id == user.Id).Select(account => account.Name ?? account.Email!).SingleAsync(cancellationToken);
        var number = await db.IssuedNumbers.Where(issued => issued.CustomerId == customerId && issued.IsCurrent).Select(issued => issued.Number).SingleAsync(cancellationToken);
        foreach (var account in await db.AdministratorsToTell(time.GetUtcNow(), cancellationToken))
            outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () => Write(what, say(), agent, number));
    }

    private static Letter Write(string what, (string Subject, string Text) words, string agent, CustomerNumber number) =>
        new(what, words.Subject, [string.Format(CultureInfo.CurrentCulture, words.Text, agent, number), CallsTexts.ReportNext]);
}
