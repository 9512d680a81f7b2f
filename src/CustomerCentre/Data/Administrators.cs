using CustomerCentre.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data;

/// <summary>Who hears of what an operator administrator must know.</summary>
public static class Administrators
{
    /// <summary>The operator administrators whose role is not switched off: who could do nothing about it learns nothing of it either.</summary>
    public static Task<List<Account>> AdministratorsToTell(this CustomerCentreDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var idle = now.AddDays(-StaffMember.IdleDays);
        return db.Users.AsNoTracking()
            .Where(account => db.StaffMembers.Any(staff => staff.AccountId == account.Id && staff.Role == OperatorRole.Administrator && staff.UsedAt > idle))
            .ToListAsync(cancellationToken);
    }
}
