using CustomerCentre.Data;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Joining;

/// <summary>Why an account cannot become part of another.</summary>
public enum JoinObstacle
{
    None,

    /// <summary>It is closed or disabled: nobody can sign in to it.</summary>
    OutOfUse,

    /// <summary>It works for the operator or for a partner. Such a role is given to an account by somebody and does not wander.</summary>
    HasRole,
}

internal static class JoinObstacles
{
    public static async Task<JoinObstacle> ObstacleToJoin(this CustomerCentreDb db, Account other, CancellationToken cancellationToken) =>
        other.ClosedAt is not null || other.DisabledAt is not null ? JoinObstacle.OutOfUse
        : await db.StaffMembers.AnyAsync(staff => staff.AccountId == other.Id, cancellationToken) || await db.PartnerMembers.AnyAsync(member => member.AccountId == other.Id, cancellationToken)
            ? JoinObstacle.HasRole : JoinObstacle.None;
}
