using System.Globalization;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Domain.Support;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Companies.History;

/// <summary>Words of the history.</summary>
internal static class HistoryWords
{
    private static readonly Dictionary<string, Func<string>> Events = new()
    {
        ["CustomerOpened"] = () => CompanyTrustTexts.CustomerOpened,
        ["CompanyEdited"] = () => CompanyTrustTexts.CompanyEdited,
        ["LicenceRegistered"] = () => CompanyTrustTexts.LicenceRegistered,
        ["RegistrationUndone"] = () => CompanyTrustTexts.RegistrationUndone,
        ["LicenceNumbersRevealed"] = () => CompanyTrustTexts.LicenceNumbersRevealed,
        ["LicenceConfirmationRead"] = () => CompanyTrustTexts.LicenceConfirmationRead,
        ["CustomerNumberAsked"] = () => CompanyTrustTexts.CustomerNumberAsked,
        ["OwnerInvited"] = () => CompanyTrustTexts.OwnerInvited,
        ["InvitationAccepted"] = () => CompanyTrustTexts.InvitationAccepted,
        ["AccessGranted"] = () => CompanyTrustTexts.AccessGranted,
        ["MemberDisputed"] = () => CompanyTrustTexts.MemberDisputed,
        ["PartnerChecksAllowed"] = () => CompanyTrustTexts.PartnerChecksAllowed,
        ["PartnerChecksForbidden"] = () => CompanyTrustTexts.PartnerChecksForbidden,
        ["PartnerGranted"] = () => CompanyTrustTexts.PartnerGranted,
        ["PartnerGrantRevoked"] = () => CompanyTrustTexts.PartnerGrantRevoked,
        ["CheckCodeMade"] = () => CompanyTrustTexts.CheckCodeMade,
        ["CheckCodeWithdrawn"] = () => CompanyTrustTexts.CheckCodeWithdrawn,
        ["PersonalDataShown"] = () => CompanyTrustTexts.PersonalDataShown,
        ["SeenAsCustomer"] = () => CompanyTrustTexts.SeenAsCustomer,
        ["AccountCaseOpened"] = () => CompanyTrustTexts.AccountCaseOpened,
    };

    public static string What(HistoryRow row) => row switch
    {
        { LookUp: not null } => CompanyTrustTexts.LookedUp,
        { Check: not null } => CompanyTrustTexts.Checked,
        _ => Events[row.Deed!.Event](),
    };

    public static string? More(HistoryRow row) => row switch
    {
        { LookUp: { } lookUp } => string.Format(CultureInfo.CurrentCulture, CompanyTrustTexts.Reason, Of(lookUp.Reason)),
        { Check: { } check } => string.Format(CultureInfo.CurrentCulture, CompanyTrustTexts.Purpose, Of(check.Purpose), Of(check.Channel)),
        _ => row.Deed!.About,
    };

    public static string Who(HistoryRow row) => row switch
    {
        { LookUp: { } lookUp } => Of(lookUp),
        { Deed.Under: { } lookUp } => Of(lookUp),
        { Check: { } check } => check.Partner,
        { Deed: { Actor: HistoryActor.Me } } => CompanyTrustTexts.You,
        { Deed: { Actor: HistoryActor.Member, Who: { } name } } => name,
        { Deed: { Actor: HistoryActor.Operator } } => CompanyTrustTexts.OfOperator,
        _ => "–",
    };

    private static string Of(HistoryLookUp lookUp) => string.Join(", ", new[] { RoleWords.Of(lookUp.Role), lookUp.Initials }.OfType<string>());

    private static string Of(LookUpReason reason) => reason switch
    {
        LookUpReason.Pin => CompanyTrustTexts.ReasonPin,
        LookUpReason.Code => CompanyTrustTexts.ReasonCode,
        LookUpReason.Call => CompanyTrustTexts.ReasonCall,
        LookUpReason.Mail => CompanyTrustTexts.ReasonMail,
        LookUpReason.Order => CompanyTrustTexts.ReasonOrder,
        _ => CompanyTrustTexts.ReasonReview,
    };

    private static string Of(CheckPurpose purpose) => purpose switch
    {
        CheckPurpose.Support => CompanyTrustTexts.PurposeSupport,
        CheckPurpose.Offer => CompanyTrustTexts.PurposeOffer,
        _ => CompanyTrustTexts.PurposeOrder,
    };

    private static string Of(CheckChannel channel) => channel switch
    {
        CheckChannel.Page => CompanyTrustTexts.ChannelPage,
        CheckChannel.Batch => CompanyTrustTexts.ChannelBatch,
        _ => CompanyTrustTexts.ChannelApi,
    };
}
