namespace CustomerCentre.Shell;

/// <summary>Remembers which company a person worked with last. It says only where to begin: who may see a company is decided in every query.</summary>
public static class CompanyCookie
{
    public const string Name = "__Host-company";

    /// <summary>The company named in an address below <c>/companies/</c>.</summary>
    public static string? CompanyInAddress(this HttpContext http) =>
        http.Request.Path.StartsWithSegments("/companies", out var rest) && rest.Value?.Split('/', 3) is [_, { Length: > 0 } number, ..] ? number : null;

    public static string? RememberedCompany(this HttpContext http) => http.Request.Cookies[Name];

    public static void RememberCompany(this HttpContext http, string number)
    {
        if (http.RememberedCompany() == number || http.Response.HasStarted)
            return;
        http.Response.Cookies.Append(Name, number, new()
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Path = "/",
        });
    }
}
