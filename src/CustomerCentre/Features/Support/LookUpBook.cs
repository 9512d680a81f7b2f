using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Support;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support;

/// <summary>Writes openings of customers down. Whoever proves a caller opens by it too, so that nobody gets around the own company.</summary>
public sealed class LookUpBook(CustomerCentreDb db, StaffReports reports, AuditTrail audit, CurrentUser user, TimeProvider time)
{
    /// <summary>Opens a customer in the caller's transaction, which must be kept whatever the answer: refused is an own company, and that is reported.</summary>
    /// <param name="id">Id of the look-up; the same sent again changes nothing.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Nothing>> Open(Guid id, Guid customerId, LookUpReason reason, CancellationToken cancellationToken)
    {
        if (await db.LookUps.AsNoTracking().SingleOrDefaultAsync(lookUp => lookUp.Id == id, cancellationToken) is { } done)
            return done.AccountId == user.Id && done.CustomerId == customerId ? new Nothing() : Result<Nothing>.NotFound;
        if (await RefusesOwn(customerId, cancellationToken))
            return Result<Nothing>.Refused;

        var name = await db.Users.Where(account => account.Id == user.Id).Select(account => account.Name ?? account.Email!).SingleAsync(cancellationToken);
        db.LookUps.Add(new LookUp(id, customerId, user.Id, Role, reason, time.GetUtcNow()) { Initials = LookUp.InitialsOf(name) });
        audit.Add("CustomerLookedUp", customerId, id, reason.ToString());
        await db.SaveChangesAsync(cancellationToken);
        return new Nothing();
    }

    /// <summary>Whether the customer is the agent's own company, which is reported and saved at once.</summary>
    public async Task<bool> RefusesOwn(Guid customerId, CancellationToken cancellationToken)
    {
        if (!await db.IsOwn(user.Id, customerId, cancellationToken))
            return false;
        await reports.OwnCompany(customerId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private OperatorRole Role =>
        user.Fulfils(Policies.OperatorAdministrator) ? OperatorRole.Administrator : user.Fulfils(Policies.SupportLead) ? OperatorRole.Lead : OperatorRole.Agent;
}
