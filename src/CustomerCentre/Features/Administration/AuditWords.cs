using CustomerCentre.Resources;

namespace CustomerCentre.Features.Administration;

/// <summary>Words for what the audit tells. An event without words is shown by its code.</summary>
internal static class AuditWords
{
    public static readonly IReadOnlyDictionary<string, Func<string>> Events = new Dictionary<string, Func<string>>
    {
        ["AccessAsked"] = () => PeopleTexts.EventAccessAsked,
        ["AccessGranted"] = () => PeopleTexts.EventAccessGranted,
        ["AccessRefused"] = () => PeopleTexts.EventAccessRefused,
        ["AccessWithdrawn"] = () => PeopleTexts.EventAccessWithdrawn,
        ["AccountOpened"] = () => PeopleTexts.EventAccountOpened,
        ["AgentLetTryOn"] = () => PeopleTexts.EventAgentLetTryOn,
        ["CallerCodeSent"] = () => PeopleTexts.EventCallerCodeSent,
        ["CallerCodeWrong"] = () => PeopleTexts.EventCallerCodeWrong,
        ["CallerProven"] = () => PeopleTexts.EventCallerProven,
        ["CheckCodeMade"] = () => PeopleTexts.EventCheckCodeMade,
        ["CheckCodeWithdrawn"] = () => PeopleTexts.EventCheckCodeWithdrawn,
        ["CompanyEdited"] = () => PeopleTexts.EventCompanyEdited,
        ["ConfirmationSentByStaff"] = () => PeopleTexts.EventConfirmationSentByStaff,
        ["ContestOpened"] = () => PeopleTexts.EventContestOpened,
        ["CustomerLookedUp"] = () => PeopleTexts.EventCustomerLookedUp,
        ["CustomerNumberAsked"] = () => PeopleTexts.EventCustomerNumberAsked,
        ["CustomerOpened"] = () => PeopleTexts.EventCustomerOpened,
        ["InvitationAccepted"] = () => PeopleTexts.EventInvitationAccepted,
        ["LicenceConfirmationRead"] = () => PeopleTexts.EventLicenceConfirmationRead,
        ["LicenceNumbersRevealed"] = () => PeopleTexts.EventLicenceNumbersRevealed,
        ["LicenceRegistered"] = () => PeopleTexts.EventLicenceRegistered,
        ["MemberDisputed"] = () => PeopleTexts.EventMemberDisputed,
        ["NoteAdded"] = () => PeopleTexts.EventNoteAdded,
        ["OwnerInvited"] = () => PeopleTexts.EventOwnerInvited,
        ["PartnerChecksAllowed"] = () => PeopleTexts.EventPartnerChecksAllowed,
        ["PartnerChecksForbidden"] = () => PeopleTexts.EventPartnerChecksForbidden,
        ["PartnerGranted"] = () => PeopleTexts.EventPartnerGranted,
        ["PartnerGrantRevoked"] = () => PeopleTexts.EventPartnerGrantRevoked,
        ["PartnerInvited"] = () => PeopleTexts.EventPartnerInvited,
        ["PartnerInvitationCancelled"] = () => PeopleTexts.EventPartnerInvitationCancelled,
        ["PartnerJoined"] = () => PeopleTexts.EventPartnerJoined,
        ["PartnerPersonRemoved"] = () => PeopleTexts.EventPartnerPersonRemoved,
        ["PartnerPersonSwitchedOn"] = () => PeopleTexts.EventPartnerPersonSwitchedOn,
        ["PartnerRoleChanged"] = () => PeopleTexts.EventPartnerRoleChanged,
        ["PasswordLinkSentByStaff"] = () => PeopleTexts.EventPasswordLinkSentByStaff,
        ["PasswordReset"] = () => PeopleTexts.EventPasswordReset,
        ["PasswordResetAsked"] = () => PeopleTexts.EventPasswordResetAsked,
        ["PersonalDataShown"] = () => PeopleTexts.EventPersonalDataShown,
        ["RegistrationLinkMade"] = () => PeopleTexts.EventRegistrationLinkMade,
        ["RegistrationUndone"] = () => PeopleTexts.EventRegistrationUndone,
        ["RoleGiven"] = () => PeopleTexts.EventRoleGiven,
        ["RoleSwitchedOn"] = () => PeopleTexts.EventRoleSwitchedOn,
        ["RoleTaken"] = () => PeopleTexts.EventRoleTaken,
        ["SeenAsCustomer"] = () => PeopleTexts.EventSeenAsCustomer,
        ["SignInUnlocked"] = () => PeopleTexts.EventSignInUnlocked,
        ["SignedIn"] = () => PeopleTexts.EventSignedIn,
        ["SignedOut"] = () => PeopleTexts.EventSignedOut,
        ["StockExported"] = () => PeopleTexts.EventStockExported,
        ["StockNumbersShown"] = () => PeopleTexts.EventStockNumbersShown,
        ["SupportPinMade"] = () => PeopleTexts.EventSupportPinMade,
        ["SupportPinWithdrawn"] = () => PeopleTexts.EventSupportPinWithdrawn,
    };

    public static string Of(string what) => Events.TryGetValue(what, out var words) ? words() : what;

    public static string Of(AuditActor actor) => actor switch
    {
        AuditActor.Operator => PeopleTexts.ActorOperator,
        AuditActor.Partner => PeopleTexts.ActorPartner,
        AuditActor.Customer => PeopleTexts.ActorCustomer,
        _ => PeopleTexts.ActorNobody,
    };
}
