using System.Globalization;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Shell;

namespace CustomerCentre.Resources;

/// <summary>Words for a licence that is being registered, the same in the wizard and outside it.</summary>
public static class RegistrationWords
{
    /// <summary>Until when there is support, or why there is none, in a sentence.</summary>
    public static string Of(SupportEntitlement entitlement) => entitlement.Reason switch
    {
        EntitlementReason.Covered => With(ProductTexts.SupportUntil, entitlement.Until),
        EntitlementReason.Expired => With(ProductTexts.SupportExpired, entitlement.Until),
        EntitlementReason.Ended => ProductTexts.SupportEnded,
        EntitlementReason.NotYet => ProductTexts.SupportNotYet,
        EntitlementReason.NotRegistered => ProductTexts.SupportNotRegistered,
        _ => ProductTexts.SupportNever,
    };

    /// <summary>What the cover rests on: the purchase and its registration.</summary>
    public static string Why(DateOnly? purchasedOn, DateTimeOffset registeredAt) => string.Format(
        CultureInfo.CurrentCulture, ProductTexts.SupportWhy, purchasedOn?.ToText(), registeredAt.ToText());

    private static string With(string text, DateOnly? day) => string.Format(CultureInfo.CurrentCulture, text, day?.ToText());
}
