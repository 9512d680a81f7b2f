using System.Globalization;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Resources;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Licences.Confirmation;

/// <summary>What a confirmation says of a licence, in the same words on paper and on the page.</summary>
internal static class ConfirmationWords
{
    public const string Unknown = "–";

    public static string Covers(ConfirmedLicence licence) => $"{LicenceWords.Of(licence.Kind)} · {LicenceWords.Computers(licence.Stations)}";

    public static string Support(ConfirmedLicence licence) => licence.Support switch
    {
        { IsEntitled: true, Until: { } until } => Whole(until),
        { Reason: EntitlementReason.Expired, Until: { } until } => Format(ConfirmationTexts.SupportExpired, Whole(until)),
        { Reason: EntitlementReason.NotYet } => ConfirmationTexts.SupportNotYet,
        { Reason: EntitlementReason.NeverBought } => ConfirmationTexts.SupportNeverBought,
        _ => ConfirmationTexts.SupportWithoutBase,
    };

    public static string Purchased(ConfirmedLicence licence) => licence.PurchasedOn is { } day ? Whole(day) : Unknown;

    public static string Registered(ConfirmedLicence licence) => licence.RegisteredAt is { } moment ? Whole(BusinessCalendar.DayOf(moment)) : Unknown;

    public static string BoughtFrom(ConfirmedLicence licence, OperatorEntity entity) => licence.PartnerName ?? entity.Name;

    /// <summary>The lines of an address, top to bottom.</summary>
    public static IEnumerable<string> Address(ReadConfirmation.Answer confirmation) =>
        new[] { confirmation.Street, confirmation.Town, confirmation.Country.NameIn(CultureInfo.CurrentUICulture) }.OfType<string>();

    public static string Issued(ReadConfirmation.Answer confirmation) => Format(ConfirmationTexts.Issued, confirmation.On.ToText());

    public static string Format(string text, params object[] values) => string.Format(CultureInfo.CurrentCulture, text, values);

    // A date never breaks at the end of a line.
    private static string Whole(DateOnly date) => date.ToText().Replace(' ', '\u00a0');
}
