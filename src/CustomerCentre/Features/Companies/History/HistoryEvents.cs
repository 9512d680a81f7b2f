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
    private static readonly string[] OfStaff = ["PersonalDataShown", "SeenAsCustomer", "AccountCaseOpened"];

    /// <summary>Whether staff did it while the customer was open to them, so that the look-up says who.</summary>
    public static bool IsOfStaff(string what) => OfStaff.Contains(what);

    public static string[] ShownTo(bool manager) => manager ? [.. All, .. OfStaff] : All;
}
