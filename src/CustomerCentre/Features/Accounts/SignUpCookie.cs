using Microsoft.AspNetCore.DataProtection;

namespace CustomerCentre.Features.Accounts;

/// <summary>Remembers in the browser which sign-up it made, so that the mailed link signs in only there.</summary>
public sealed class SignUpCookie(IDataProtectionProvider protection)
{
    public const string Name = "__Host-signup";
    private readonly IDataProtector protector = protection.CreateProtector("SignUp");

    public void Write(HttpContext http, Guid signUpId) =>
        http.Response.Cookies.Append(Name, protector.Protect(signUpId.ToString()), Options(AccountLetters.SignUpLives));

    public void Delete(HttpContext http) => http.Response.Cookies.Delete(Name, Options(null));

    /// <summary>The sign-up of this browser; null when there is none or the cookie was altered.</summary>
    public Guid? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Name] is { } value && Guid.TryParse(protector.Unprotect(value), out var id) ? id : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(TimeSpan? life) =>
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = life, IsEssential = true };
}
