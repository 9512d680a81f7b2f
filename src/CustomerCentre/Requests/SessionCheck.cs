using System.Security.Claims;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Requests;

/// <summary>Finds out whether the session in a person's cookie still lives and what the person may do today.</summary>
public sealed class SessionCheck(CustomerCentreDb db, TimeProvider time)
{
    /// <summary>Name of the claim that carries the session's id.</summary>
    public const string SessionClaim = "sid";

    // A role is marked as used once a day, so that reading pages stays reading.
    private static readonly TimeSpan Mark = TimeSpan.FromDays(1);

    /// <summary>Fills <paramref name="user"/> from the session's row; false when the session has ended or never was.</summary>
    public async Task<bool> Fill(CurrentUser user, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(principal.FindFirstValue(SessionClaim), out var sessionId))
            return false;

        var now = time.GetUtcNow();
        var idle = now.AddDays(-StaffMember.IdleDays);
        var session = await db.Sessions.AsNoTracking()
            .Where(session => session.Id == sessionId && session.EndedAt == null)
            .Select(session => new
            {
                session.AccountId,
                session.Address,
                Seen = session.SeenAt ?? session.OpenedAt,
                Roles = db.StaffMembers.Where(staff => staff.AccountId == session.AccountId && staff.UsedAt > idle)
                    .Select(staff => new { staff.Role, staff.UsedAt }).ToList(),
                Partner = db.PartnerMembers.Where(member => member.AccountId == session.AccountId && member.UsedAt > idle)
                    .Select(member => new { member.Role, member.UsedAt }).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (session is null)
            return false;

        user.SignIn(session.AccountId, sessionId, PoliciesOf([.. session.Roles.Select(staff => staff.Role)], session.Partner?.Role));
        if (user.Address.Length == 0)
            user.Address = session.Address;
        if (session.Roles.Any(staff => staff.UsedAt < now - Mark) || session.Partner?.UsedAt < now - Mark)
            await MarkUsed(session.AccountId, idle, now, cancellationToken);
        if (session.Seen < now - Session.SeenEvery)
            await db.Sessions.Where(row => row.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, now), cancellationToken);
        return true;
    }

    private async Task MarkUsed(Guid accountId, DateTimeOffset idle, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.StaffMembers.Where(staff => staff.AccountId == accountId && staff.UsedAt > idle)
            .ExecuteUpdateAsync(set => set.SetProperty(staff => staff.UsedAt, now), cancellationToken);
        await db.PartnerMembers.Where(member => member.AccountId == accountId && member.UsedAt > idle)
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.UsedAt, now), cancellationToken);
    }

    private static IEnumerable<string> PoliciesOf(IReadOnlyCollection<OperatorRole> roles, PartnerRole? partner)
    {
        if (partner is not null)
            yield return Policies.PartnerMember;
        if (partner == PartnerRole.Manager)
            yield return Policies.PartnerManager;
        if (roles.Contains(OperatorRole.Administrator))
            yield return Policies.OperatorAdministrator;
        if (roles.Any(role => role is OperatorRole.Agent or OperatorRole.Lead or OperatorRole.Administrator))
            yield return Policies.SupportStaff;
        if (roles.Any(role => role is OperatorRole.Lead or OperatorRole.Administrator))
            yield return Policies.SupportLead;
        if (roles.Any(role => role is OperatorRole.Auditor or OperatorRole.Administrator))
            yield return Policies.Auditor;
    }
}
