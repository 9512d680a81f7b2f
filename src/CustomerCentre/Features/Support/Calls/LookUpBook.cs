using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Support;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Calls;

/// <summary>Writes openings of customers down, within the caller's transaction.</summary>
public sealed class LookUpBook(CustomerCentreDb db, CurrentUser user, TimeProvider time)
{
    /// <summary>The agent at work opens a customer; saved with the caller's changes.</summary>
    public async Task Open(Guid id, Guid customerId, LookUpReason reason, CancellationToken cancellationToken)
    {
        var name = await db.Users.Where(account => account.Id == user.Id).Select(account => account.Name).SingleAsync(cancellationToken);
        db.LookUps.Add(new LookUp(id, customerId, user.Id, Role, reason, time.GetUtcNow()) { Initials = InitialsOf(name) });
    }

    /// <summary>First letters of a name; nothing when there is none.</summary>
    internal static string? InitialsOf(string? name)
    {
        var letters = (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[0]).Where(char.IsLetter).Take(LookUp.InitialsMaxLength);
        return string.Concat(letters).ToUpperInvariant() is { Length: > 0 } initials ? initials : null;
    }

    private OperatorRole Role =>
        user.Fulfils(Policies.OperatorAdministrator) ? OperatorRole.Administrator : user.Fulfils(Policies.SupportLead) ? OperatorRole.Lead : OperatorRole.Agent;
}
