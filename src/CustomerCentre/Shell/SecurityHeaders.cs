using CustomerCentre.Features.Cookies;

namespace CustomerCentre.Shell;

public static class SecurityHeaders
{
    // Mud and Blazor set style attributes, hence 'unsafe-inline' for styles only. Scripts are files of ours, and those of others the person consented to.
    private static string Policy((string Scripts, string Targets) consented) =>
        $"default-src 'self'; script-src 'self'{consented.Scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:{consented.Targets}; font-src 'self'; " +
        $"connect-src 'self'{consented.Targets}; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // At the last moment, because the page for an error starts from an empty response.
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() => Write(http));
        return next(http);
    });

    private static Task Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy(http.RequestServices.GetRequiredService<ConsentedScripts>().PolicyFor(ConsentState.In(http).Allowed));
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return Task.CompletedTask;
    }
}
