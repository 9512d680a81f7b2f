using CustomerCentre.Domain.Accounts;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>Keeps in the browser what shows it to be trusted.</summary>
public static class TrustedBrowserCookie
{
    public const string Name = "__Host-trusted-browser";

    public static void Write(HttpContext http, string token) => http.Response.Cookies.Append(Name, token, new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = TrustedBrowser.Lifetime,
        IsEssential = true,
    });
}
