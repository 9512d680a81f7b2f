using System.Globalization;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Forms;
using CustomerCentre.Resources;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Partners;

/// <summary>Words for what a check asks and answers.</summary>
internal static class StatusWords
{
    public static IEnumerable<Choice<CheckPurpose?>> Purposes =>
    [
        new(CheckPurpose.Support, PartnersTexts.PurposeSupport),
        new(CheckPurpose.Offer, PartnersTexts.PurposeOffer),
        new(CheckPurpose.Order, PartnersTexts.PurposeOrder),
    ];

    /// <summary>Since the answer is of a moment, the hour belongs to it.</summary>
    public static string AsOf(DateTimeOffset at) => string.Format(CultureInfo.CurrentCulture, PartnersTexts.AsOf, at.ToText(), at.ToClock());

    public static string Support(PartnerEntitlement line) =>
        line.IsEntitled ? string.Format(CultureInfo.CurrentCulture, PartnersTexts.EntitledUntil, line.Until?.ToText()) : PartnersTexts.NotEntitled;
}
