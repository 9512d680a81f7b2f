using System.Security.Cryptography;
using System.Text.Json;
using CustomerCentre.Shell;
using Microsoft.AspNetCore.DataProtection;

namespace CustomerCentre.Features.Accounts;

/// <summary>
/// Keeps a pending sign-in in the browser. Requests take the protected text as their <c>Ticket</c> and open it themselves, so no page can make one up.
/// </summary>
public sealed class PendingSignInCookie(IDataProtectionProvider protection, TimeProvider time)
{
    public const string Name = "__Host-signing-in";

    private static readonly Dictionary<SignInSteps, string> Pages = new()
    {
        [SignInSteps.MailedCode] = "/account/mailed-code",
        [SignInSteps.SecondFactor] = "/account/two-factor/code",
        [SignInSteps.NewPassword] = "/account/new-password",
        [SignInSteps.Reopening] = "/account/reopen",
        [SignInSteps.Enabling] = "/account/disabled",
    };

    private readonly IDataProtector protector = protection.CreateProtector("SigningIn");

    /// <summary>The protected text as the browser sent it, for a request to open.</summary>
    public static string? TicketOf(HttpContext http) => http.Request.Cookies[Name];

    /// <summary>What a ticket says; null when there is none, its time is over or it was altered.</summary>
    public PendingSignIn? Open(string? ticket)
    {
        try
        {
            var pending = string.IsNullOrEmpty(ticket) ? null : JsonSerializer.Deserialize<PendingSignIn>(protector.Unprotect(ticket));
            return pending?.ExpiresAt > time.GetUtcNow() ? pending : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public string Protect(PendingSignIn pending) => protector.Protect(JsonSerializer.Serialize(pending));

    /// <summary>Where a browser belongs that stands at the page of a step: nowhere else while that step is next.</summary>
    public string? Elsewhere(HttpContext http, SignInSteps step, string? returnUrl) => Open(TicketOf(http)) switch
    {
        null => ReturnUrls.With("/account/sign-in", returnUrl),
        { } pending when !pending.IsAt(step) => ReturnUrls.With(Pages[pending.Next], returnUrl),
        _ => null,
    };

    /// <summary>Writes the cookie that an answer asks for: of the session, or of what it still lacks.</summary>
    /// <returns>Where to go on: back, or to the page of the next step.</returns>
    public async Task<string> GoOn(HttpContext http, SignedIn person, string? returnUrl, string otherwise = "/")
    {
        if (person.Pending is { } pending)
        {
            http.Response.Cookies.Append(Name, Protect(pending), Options(PendingSignIn.Lifetime));
            return ReturnUrls.With(Pages[pending.Next], returnUrl);
        }

        if (TicketOf(http) is not null)
            http.Response.Cookies.Delete(Name, Options(null));
        await SessionCookie.Write(http, person);
        return ReturnUrls.Safe(returnUrl, otherwise);
    }

    private static CookieOptions Options(TimeSpan? life) =>
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = life, IsEssential = true };
}
