using CustomerCentre.Resources;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Cookies;

/// <summary>Every cookie this site sets. What is not here must not be set: a test looks for others.</summary>
public static class CookieList
{
    /// <summary>Those that need no consent, because nothing works without them or the person asked for them.</summary>
    public static IReadOnlyList<CookieEntry> Necessary =>
    [
        new("__Host-session", CookiesTexts.Session, CookiesTexts.SessionLife),
        new("__Host-signing-in", SafetyTexts.CookieSigningIn, SafetyTexts.CookieSigningInLife),
        new("__Host-trusted-browser", SafetyTexts.CookieTrusted, SafetyTexts.CookieTrustedLife),
        new("__Host-signup", CookiesTexts.SignUp, CookiesTexts.SignUpLife),
        new("__Host-antiforgery", CookiesTexts.Antiforgery, CookiesTexts.UntilClosed),
        new(Languages.Cookie, CookiesTexts.Language, CookiesTexts.OneYear),
        new("__Host-company", CookiesTexts.Company, CookiesTexts.OneYear),
        new("__Host-see-as", CallsTexts.CookieSeeAs, CookiesTexts.UntilClosed),
        new("scheme", CookiesTexts.Scheme, CookiesTexts.OneYear),
    ];
}

/// <summary>A cookie as people are told of it, in their language.</summary>
public sealed record CookieEntry(string Name, string Purpose, string Lifetime);
