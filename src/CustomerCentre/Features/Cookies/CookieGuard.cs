using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Cookies;

/// <summary>Holds every answer to <see cref="CookieList"/>: a cookie that is not on it, or of a group not allowed, is a bug that shows at once; in Production it is left out and logged by name.</summary>
public static class CookieGuard
{
    private const string Past = "expires=Thu, 01 Jan 1970";

    /// <summary>Goes first: what is told first about the start of an answer is asked last, when all its cookies are there.</summary>
    public static void UseCookieGuard(this WebApplication app)
    {
        var list = CookieList.All(app.Services.GetRequiredService<IOptions<ConsentOptions>>().Value);
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() => Check(http, list, app));
            return next(http);
        });
    }

    private static Task Check(HttpContext http, IReadOnlyList<CookieEntry> list, WebApplication app)
    {
        var set = http.Response.Headers.SetCookie;
        var refused = set.Where(cookie => cookie is not null && !MaySet(cookie, list, ConsentState.In(http))).Select(cookie => NameOf(cookie!)).ToList();
        if (refused.Count == 0)
            return Task.CompletedTask;
        if (!app.Environment.IsProduction())
            throw new InvalidOperationException($"Not on the list of cookies, or not consented to: {string.Join(", ", refused)}. Add it to CookieList.");

        http.Response.Headers.SetCookie = set.Where(cookie => cookie is not null && !refused.Contains(NameOf(cookie))).ToArray();
        app.Logger.LogError("Cookies left out because they are not on the list or not consented to: {Names}", refused);
        return Task.CompletedTask;
    }

    private static bool MaySet(string cookie, IReadOnlyList<CookieEntry> list, ConsentState state) =>
        list.FirstOrDefault(entry => entry.Matches(NameOf(cookie))) is { } entry
        && (state.Allowed.HasFlag(entry.Group) || cookie.Contains(Past, StringComparison.OrdinalIgnoreCase));

    private static string NameOf(string cookie) => cookie[..cookie.IndexOf('=', StringComparison.Ordinal)];
}
