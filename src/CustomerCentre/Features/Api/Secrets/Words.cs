using System.Globalization;
using CustomerCentre.Resources;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Api.Secrets;

/// <summary>What pages say of secrets.</summary>
internal static class Words
{
    public static string Days(int days) => string.Format(CultureInfo.CurrentCulture, Plural.Of(days, ApiTexts.DaysOne, ApiTexts.DaysFew, ApiTexts.DaysMany), days);

    public static string State(SecretRow row) => row switch
    {
        { IsValid: true } => ApiTexts.StateValid,
        { RevokedAt: { } at } => string.Format(CultureInfo.CurrentCulture, ApiTexts.StateRevoked, at.ToText()),
        _ => ApiTexts.StateExpired,
    };
}
