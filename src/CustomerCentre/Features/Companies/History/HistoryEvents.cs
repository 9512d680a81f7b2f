namespace CustomerCentre.Features.Companies.History;

/// <summary>Which events of the audit a customer's people are told.</summary>
internal static class HistoryEvents
{
    private static readonly string[] All =
    [
        "CustomerOpened", "CompanyEdited", "LicenceRegistered", "RegistrationUndone", "LicenceNumbersRevealed", "LicenceConfirmationRead", "CustomerNumberAsked", "OwnerInvited",
        "InvitationAccepted", "AccessGranted", "MemberDisputed", "PartnerChecksAllowed", "PartnerChecksForbidden", "PartnerGranted", "PartnerGrantRevoked", "CheckCodeMade",
        "CheckCodeWithdrawn",
    ];

    // Written by staff; a look-up itself comes from its own table, with its reason.
    private static readonly string[] OfStaff = ["PersonalDataShown", "SeenAsCustomer"];

    public static string[] ShownTo(bool manager) => manager ? [.. All, .. OfStaff] : All;
}
