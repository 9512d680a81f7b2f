using CustomerCentre.Requests;
using CustomerCentre.Resources;
using MudBlazor;

namespace CustomerCentre.Shell;

/// <summary>A page that people see in the navigation because of their role.</summary>
internal sealed record RoleLink(string Policy, string Href, string Icon, Func<string> Words)
{
    /// <summary>In the order of the navigation; who has several roles sees all of theirs.</summary>
    public static readonly IReadOnlyList<RoleLink> All =
    [
        new(Policies.SupportStaff, "/support", Icons.Material.Outlined.SupportAgent, () => ShellTexts.Support),
        new(Policies.SupportLead, "/support/reports", Icons.Material.Outlined.Assessment, () => ShellTexts.SupportReports),
        new(Policies.PartnerMember, "/partners/status", Icons.Material.Outlined.VerifiedUser, () => ShellTexts.PartnerStatus),
        new(Policies.PartnerMember, "/partners/stock", Icons.Material.Outlined.Warehouse, () => ShellTexts.PartnerStock),
        new(Policies.PartnerManager, "/partners/people", Icons.Material.Outlined.Groups, () => ShellTexts.PartnerPeople),
        new(Policies.PartnerManager, "/partners/api", Icons.Material.Outlined.Api, () => ShellTexts.PartnerApi),
        new(Policies.OperatorAdministrator, "/administration/requests", Icons.Material.Outlined.Gavel, () => AccessRequestsTexts.PendingTitle),
        new(Policies.OperatorAdministrator, "/administration/people", Icons.Material.Outlined.ManageAccounts, () => ShellTexts.OperatorPeople),
        new(Policies.OperatorAdministrator, "/administration/partners", Icons.Material.Outlined.Storefront, () => ShellTexts.Partners),
        new(Policies.OperatorAdministrator, "/administration/credentials", Icons.Material.Outlined.Key, () => ShellTexts.Credentials),
        new(Policies.OperatorAdministrator, "/administration/old-passwords", Icons.Material.Outlined.Password, () => OldAccountsTexts.Title),
        new(Policies.Auditor, "/administration/audit", Icons.Material.Outlined.History, () => ShellTexts.Audit),
    ];
}
