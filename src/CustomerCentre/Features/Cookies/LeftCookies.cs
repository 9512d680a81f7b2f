using CustomerCentre.Domain.Accounts;

namespace CustomerCentre.Features.Cookies;

/// <summary>Removes cookies of optional scripts that a browser still carries without consent. Such a script sets them for the whole domain, so each domain above is named too.</summary>
public static class LeftCookies
{
    public static void Remove(HttpContext http, IReadOnlyList<CookieEntry> optional, CookieGroups allowed)
    {
        if (optional.Count == 0)
            return;
        foreach (var name in http.Request.Cookies.Keys.Where(name => optional.Any(entry => entry.Matches(name) && !allowed.HasFlag(entry.Group))))
        {
            foreach (var domain in Domains(http.Request.Host.Host))
                http.Response.Cookies.Delete(name, new() { Path = "/", Domain = domain, Secure = true });
        }
    }

    // The host alone, then it and each domain above with two labels at least.
    private static IEnumerable<string?> Domains(string host)
    {
        yield return null;
        for (var labels = host.Split('.'); labels.Length >= 2; labels = labels[1..])
            yield return string.Join('.', labels);
    }
}
