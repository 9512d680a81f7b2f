using System.Globalization;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Resources;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Cookies;

/// <summary>Every cookie a browser may get here. People read this list and <see cref="CookieGuard"/> obeys it: a cookie that is not on it is not set.</summary>
public static class CookieList
{
    /// <summary>Those that need no consent, because nothing works without them or the person asked for them.</summary>
    public static readonly IReadOnlyList<CookieEntry> Necessary =
    [
        new("__Host-session", () => CookiesTexts.Session, () => CookiesTexts.SessionLife),
        new("__Host-signing-in", () => SafetyTexts.CookieSigningIn, () => SafetyTexts.CookieSigningInLife),
        new("__Host-trusted-browser", () => SafetyTexts.CookieTrusted, () => SafetyTexts.CookieTrustedLife),
        new("__Host-signup", () => CookiesTexts.SignUp, () => CookiesTexts.SignUpLife),
        new("__Host-antiforgery", () => CookiesTexts.Antiforgery, () => CookiesTexts.UntilClosed),
        new(ConsentCookie.Name, () => CookiesTexts.Consent, () => CookiesTexts.ConsentLife),
        new(Languages.Cookie, () => CookiesTexts.Language, () => CookiesTexts.OneYear),
        new("__Host-company", () => CookiesTexts.Company, () => CookiesTexts.OneYear),
        new("__Host-see-as", () => CallsTexts.CookieSeeAs, () => CookiesTexts.UntilClosed),
        new("scheme", () => CookiesTexts.Scheme, () => CookiesTexts.OneYear),
    ];

    /// <summary>The whole list: ours, and those that the settings say the optional scripts set.</summary>
    public static IReadOnlyList<CookieEntry> All(ConsentOptions options) =>
        [.. Necessary, .. options.Scripts.SelectMany(script => script.Tool.Cookies, (script, cookie) => Entry(script.Group, cookie))];

    private static CookieEntry Entry(CookieGroups group, ScriptCookie cookie) => new(
        cookie.Name,
        () => group == CookieGroups.Statistics ? CookiesTexts.StatisticsCookie : CookiesTexts.AdvertisingCookie,
        () => cookie.Days == 0 ? CookiesTexts.UntilClosed
            : string.Format(CultureInfo.CurrentCulture, Plural.Of(cookie.Days, LegalTexts.DayOne, LegalTexts.DayFew, LegalTexts.DayMany), cookie.Days),
        group);
}

/// <summary>A cookie as people are told of it, in their language.</summary>
/// <param name="Name">Its name; one that ends with a star stands for all that begin so.</param>
public sealed record CookieEntry(string Name, Func<string> Purpose, Func<string> Lifetime, CookieGroups Group = CookieGroups.Necessary)
{
    public bool Matches(string name) =>
        Name.EndsWith('*') ? name.StartsWith(Name.AsSpan(0, Name.Length - 1), StringComparison.Ordinal) : name == Name;
}
