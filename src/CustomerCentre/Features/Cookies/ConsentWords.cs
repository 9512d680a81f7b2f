using CustomerCentre.Domain.Accounts;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Cookies;

/// <summary>What was chosen, in words.</summary>
internal static class ConsentWords
{
    public static string Of(CookieGroups groups) => groups switch
    {
        CookieGroups.Necessary => CookiesTexts.OnlyNecessary,
        CookieGroups.Statistics => CookiesTexts.WithStatistics,
        CookieGroups.Advertising => CookiesTexts.WithAdvertising,
        _ => CookiesTexts.WithBoth,
    };
}
