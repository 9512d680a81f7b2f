using CustomerCentre.Domain.Accounts;

namespace CustomerCentre.Features.Administration;

/// <summary>A role of one of the operator's people, as the administrators see it.</summary>
/// <param name="UsedAt">When the person last came, or got the role.</param>
/// <param name="IsOff">Switched off, because nobody used it for too long.</param>
public sealed record StaffRole(OperatorRole Role, DateTimeOffset Since, DateTimeOffset UsedAt, bool IsOff)
{
    public static StaffRole Of(StaffMember staff, DateTimeOffset now) => new(staff.Role, staff.Since, staff.UsedAt, staff.IsOffAt(now));
}
