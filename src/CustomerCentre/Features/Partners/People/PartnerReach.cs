using CustomerCentre.Data;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Requests;

namespace CustomerCentre.Features.Partners.People;

/// <summary>Ownership as a part of queries: a manager reaches the own partner, an operator administrator every one.</summary>
internal static class PartnerReach
{
    /// <summary>The partners whose people somebody may change.</summary>
    public static IQueryable<Partner> PartnersManagedBy(this CustomerCentreDb db, CurrentUser user)
    {
        if (user.Fulfils(Policies.OperatorAdministrator))
            return db.Partners;
        var manager = user.Fulfils(Policies.PartnerManager) ? user.AccountId : null;
        return db.Partners.Where(partner => db.PartnerMembers.Any(member => member.PartnerId == partner.Id && member.AccountId == manager && member.Role == PartnerRole.Manager));
    }

    /// <summary>The membership of an account at a partner that somebody may change: one row, or none.</summary>
    public static IQueryable<PartnerMember> PartnerMemberFor(this CustomerCentreDb db, CurrentUser user, Guid accountId)
    {
        var partners = db.PartnersManagedBy(user);
        return db.PartnerMembers.Where(member => member.AccountId == accountId && partners.Any(partner => partner.Id == member.PartnerId));
    }
}
