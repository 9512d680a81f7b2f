using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace CustomerCentre.Shell;

/// <summary>Czech, English, Slovak: the cookie decides, then the browser, then Czech.</summary>
public static class Languages
{
    public const string Cookie = "language";

    /// <summary>Each language in its own words, as a person looking for it reads them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["cs"] = "Čeština",
        ["en"] = "English",
        ["sk"] = "Slovenčina",
    };

    /// <summary>The language being read now: cs, en or sk.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is var language && Names.ContainsKey(language) ? language : "cs";

    /// <summary>Whose contacts a person who reads this language is likely to want.</summary>
    public static string Country => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "sk" ? "SK" : "CZ";

    public static void UseLanguages(this IApplicationBuilder app) => app.UseRequestLocalization(options =>
    {
        options.SetDefaultCulture("cs").AddSupportedCultures([.. Names.Keys]).AddSupportedUICultures([.. Names.Keys]);
        options.RequestCultureProviders =
        [
            new CookieRequestCultureProvider { CookieName = Cookie },
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    });

    // Without antiforgery: nobody gains by switching another's language, and a stale page must still switch.
    public static void MapLanguages(this IEndpointRouteBuilder app) =>
        app.MapPost("/language", Switch).DisableAntiforgery().AllowAnonymous();

    /// <summary>Remembers a language in this browser.</summary>
    public static void Choose(HttpContext http, string language)
    {
        var value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language));
        http.Response.Cookies.Append(Cookie, value, new() { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
    }

    private static IResult Switch([FromForm] string? language, [FromForm] string? returnUrl, HttpContext http)
    {
        if (language is not null && Names.ContainsKey(language))
            Choose(http, language);

        return Results.LocalRedirect(ReturnUrls.Safe(returnUrl));
    }
}
