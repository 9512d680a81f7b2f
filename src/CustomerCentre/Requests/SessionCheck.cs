using System.Security.Claims;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Requests;

/// <summary>Finds out whether the session in a person's cookie still lives and what the person may do today.</summary>
public sealed class SessionCheck(CustomerCentreDb db)
{
    /// <summary>Name of the claim that carries the session's id.</summary>
    public const string SessionClaim = "sid";

    /// <summary>Fills <paramref name="user"/> from the session's row; false when the session has ended or never was.</summary>
    public async Task<bool> Fill(CurrentUser user, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(principal.FindFirstValue(SessionClaim), out var sessionId))
            return false;

        var session = await db.Sessions.AsNoTracking()
            .Where(session => session.Id == sessionId && session.EndedAt == null)
            .Select(session => new
            {
                session.AccountId,
                session.Address,
                Roles = db.StaffMembers.Where(staff => staff.AccountId == session.AccountId).Select(staff => staff.Role).ToList(),
                IsPartner = db.PartnerMembers.Any(member => member.AccountId == session.AccountId),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (session is null)
            return false;

        user.SignIn(session.AccountId, sessionId, PoliciesOf(session.Roles, session.IsPartner));
        if (user.Address.Length == 0)
            user.Address = session.Address;
        return true;
    }

    private static IEnumerable<string> PoliciesOf(List<OperatorRole> roles, bool isPartner)
    {
        if (isPartner)
            yield return Policies.PartnerMember;
        if (roles.Contains(OperatorRole.Administrator))
            yield return Policies.OperatorAdministrator;
        if (roles.Any(role => role is OperatorRole.Agent or OperatorRole.Lead or OperatorRole.Administrator))
            yield return Policies.SupportStaff;
    }
}
