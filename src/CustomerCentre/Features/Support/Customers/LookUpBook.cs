using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Support;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Customers;

/// <summary>Writes openings of customers down. Whoever proves a caller opens by it too, so that nobody gets around the own company.</summary>
public sealed class LookUpBook(CustomerCentreDb db, AuditTrail audit, Outbox outbox, CurrentUser user, TimeProvider time)
{
    private const string OwnRefused = "OwnCompanyRefused";

    /// <summary>Opens a customer in the caller's transaction, which must be kept whatever the answer: refused is an own company, and that is reported.</summary>
    /// <param name="id">Id of the look-up; the same sent again changes nothing.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Nothing>> Open(Guid id, Guid customerId, LookUpReason reason, CancellationToken cancellationToken)
    {
        if (await db.LookUps.AsNoTracking().SingleOrDefaultAsync(lookUp => lookUp.Id == id, cancellationToken) is { } done)
            return done.AccountId == user.Id && done.CustomerId == customerId ? new Nothing() : Result<Nothing>.NotFound;
        var me = await db.Users.AsNoTracking().SingleAsync(account => account.Id == user.Id, cancellationToken);
        if (await db.IsOwn(user.Id, customerId, cancellationToken))
        {
            await Report(me, customerId, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Result<Nothing>.Refused;
        }

        db.LookUps.Add(new LookUp(id, customerId, user.Id, Role, reason, time.GetUtcNow()) { Initials = LookUp.InitialsOf(me.Name ?? me.Email!) });
        audit.Add("CustomerLookedUp", customerId, id, reason.ToString());
        await db.SaveChangesAsync(cancellationToken);
        return new Nothing();
    }

    private OperatorRole Role =>
        user.Fulfils(Policies.OperatorAdministrator) ? OperatorRole.Administrator : user.Fulfils(Policies.SupportLead) ? OperatorRole.Lead : OperatorRole.Agent;

    // Every try is written down, but a day's tries at one customer are one mail.
    private async Task Report(Account me, Guid customerId, CancellationToken cancellationToken)
    {
        var yesterday = time.GetUtcNow().AddDays(-1);
        var known = await db.Audit.AnyAsync(
            entry => entry.Event == OwnRefused && entry.CustomerId == customerId && entry.AccountId == user.Id && entry.At > yesterday, cancellationToken);
        audit.Add(OwnRefused, customerId, user.Id);
        if (known)
            return;
        var number = await db.IssuedNumbers.Where(n => n.CustomerId == customerId && n.IsCurrent).Select(n => n.Number).SingleAsync(cancellationToken);
        var administrators = await db.Users.AsNoTracking()
            .Where(account => db.StaffMembers.Any(staff => staff.AccountId == account.Id && staff.Role == OperatorRole.Administrator)).ToListAsync(cancellationToken);
        foreach (var administrator in administrators)
            outbox.Add(EmailAddress.Parse(administrator.Email!), administrator.Language, () => Letter(me.Name ?? me.Email!, number));
    }

    private static Letter Letter(string who, CustomerNumber number) => new(
        OwnRefused, SupportTexts.OwnSubject, [string.Format(CultureInfo.CurrentCulture, SupportTexts.OwnWhat, who, number), SupportTexts.OwnNext]);
}
