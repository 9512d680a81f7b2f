using System.Globalization;
using CustomerCentre.Domain.Accounts;

namespace CustomerCentre.Features.Cookies;

/// <summary>A choice about cookies as the browser carries it.</summary>
/// <param name="Reference">Random number that finds the proof.</param>
/// <param name="Groups">What was allowed beside the necessary.</param>
/// <param name="TextVersion">The text that was read.</param>
/// <param name="At">When.</param>
public sealed record ConsentChoice(Guid Reference, CookieGroups Groups, string TextVersion, DateTimeOffset At)
{
    public DateTimeOffset Until => At.AddMonths(Consent.Months);
}

/// <summary>Remembers the choice, so that pages need no database to know it. It is not protected: whoever alters it deceives the own browser only.</summary>
public static class ConsentCookie
{
    public const string Name = "__Host-consent";

    public static void Write(HttpContext http, ConsentChoice choice, DateTimeOffset now)
    {
        var value = string.Create(CultureInfo.InvariantCulture, $"{choice.TextVersion}.{(int)choice.Groups}.{choice.At.ToUnixTimeSeconds()}.{choice.Reference:n}");
        http.Response.Cookies.Append(Name, value, new()
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = choice.Until - now,
            IsEssential = true,
        });
    }

    /// <summary>The choice; null when there is none that can be read.</summary>
    public static ConsentChoice? Read(HttpContext http) => http.Request.Cookies[Name]?.Split('.') is [var version, var groups, var at, var reference]
        && int.TryParse(groups, CultureInfo.InvariantCulture, out var allowed) && allowed is >= 0 and <= (int)(CookieGroups.Statistics | CookieGroups.Advertising)
        && long.TryParse(at, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 32_503_680_000
        && Guid.TryParseExact(reference, "n", out var id)
            ? new(id, (CookieGroups)allowed, version, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;
}
