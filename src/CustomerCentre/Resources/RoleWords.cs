using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Partners;

namespace CustomerCentre.Resources;

/// <summary>Words for the roles of the operator's, partners' and customers' people, the same on every page and in every mail.</summary>
public static class RoleWords
{
    public static string Of(OperatorRole role) => role switch
    {
        OperatorRole.Agent => PeopleTexts.RoleAgent,
        OperatorRole.Lead => PeopleTexts.RoleLead,
        OperatorRole.Auditor => PeopleTexts.RoleAuditor,
        _ => PeopleTexts.RoleAdministrator,
    };

    /// <summary>What the role is for, in a sentence.</summary>
    public static string About(OperatorRole role) => role switch
    {
        OperatorRole.Agent => PeopleTexts.AboutAgent,
        OperatorRole.Lead => PeopleTexts.AboutLead,
        OperatorRole.Auditor => PeopleTexts.AboutAuditor,
        _ => PeopleTexts.AboutAdministrator,
    };

    public static string Of(MemberRole role) => role switch
    {
        MemberRole.Manager => LicencesTexts.RoleManager,
        MemberRole.Colleague => LicencesTexts.RoleColleague,
        _ => LicencesTexts.RoleReader,
    };

    public static string Of(PartnerRole role) => role == PartnerRole.Manager ? PeopleTexts.RolePartnerManager : PeopleTexts.RolePartnerColleague;

    /// <summary>What the role is for, in a sentence.</summary>
    public static string About(PartnerRole role) => role == PartnerRole.Manager ? PeopleTexts.AboutPartnerManager : PeopleTexts.AboutPartnerColleague;
}
