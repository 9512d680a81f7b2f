using CustomerCentre.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data;

/// <summary>The operator administrators: who must hear of what they have to know, and whether somebody still is one at the moment of a change.</summary>
public static class Administrators
{
    /// <summary>The operator administrators whose role is not switched off: who could do nothing about it learns nothing of it either.</summary>
    public static Task<List<Account>> AdministratorsToTell(this CustomerCentreDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var idle = now.AddDays(-StaffMember.IdleDays);
        return db.Users.AsNoTracking()
            .Where(account => account.DisabledAt == null && db.StaffMembers.Any(staff => staff.AccountId == account.Id && staff.Role == OperatorRole.Administrator && staff.UsedAt > idle))
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Writes to the person's own row, within the caller's transaction: of two administrators who remove each other at one moment the slower one finds the own role
    /// gone, so that never both are.
    /// </summary>
    public static async Task<bool> IsStillAdministrator(this CustomerCentreDb db, Guid accountId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.StaffMembers.Where(staff => staff.AccountId == accountId && staff.Role == OperatorRole.Administrator && db.Users.Any(a => a.Id == accountId && a.DisabledAt == null))
            .ExecuteUpdateAsync(set => set.SetProperty(staff => staff.UsedAt, now), cancellationToken) == 1;
}
