using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Administration;

/// <summary>Whether somebody still is an operator administrator at the moment of a change.</summary>
internal static class AdministratorStanding
{
    /// <summary>
    /// Writes to the person's own row, within the caller's transaction: of two administrators who remove each other at one moment the slower one finds the own role
    /// gone, so that never both are.
    /// </summary>
    public static async Task<bool> IsStillAdministrator(this CustomerCentreDb db, Guid accountId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.StaffMembers.Where(staff => staff.AccountId == accountId && staff.Role == OperatorRole.Administrator)
            .ExecuteUpdateAsync(set => set.SetProperty(staff => staff.UsedAt, now), cancellationToken) == 1;
}
