using CustomerCentre.Features.Cookies;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Shell;

public static class SecurityHeaders
{
    // The one script OpenIddict writes: it posts the answer to a service that wants it posted. Let in where such answers are given, nowhere else.
    private const string AnswerScript = " 'sha256-j7OoGArf6XW6YY4cAyS3riSSvrJRqpSi1fOF9vQ5SrI='";

    // Browsers hold to form-action where a form leads in the end, and a sign-in begun at a service ends there.
    private static string FormsOf(OperatorOptions operators) => string.Join(' ', operators.Services.Values.SelectMany(service => service.Sites).Distinct().Prepend("'self'"));

    // Mud and Blazor set style attributes, hence 'unsafe-inline' for styles only. Scripts are files of ours, and those of others the person consented to.
    private static string Policy((string Scripts, string Targets) consented, string forms) =>
        $"default-src 'self'; script-src 'self'{consented.Scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:{consented.Targets}; font-src 'self'; " +
        $"connect-src 'self'{consented.Targets}; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action {forms}";

    // At the last moment, because the page for an error starts from an empty response.
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var forms = FormsOf(app.Services.GetRequiredService<IOptions<OperatorOptions>>().Value);
        var usual = Policy(("", ""), forms);
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() => Write(http, usual, forms));
            return next(http);
        });
    }

    private static Task Write(HttpContext http, string usual, string forms)
    {
        var headers = http.Response.Headers;
        var isAnswer = http.Request.Path.StartsWithSegments("/connect");
        var consented = http.RequestServices.GetRequiredService<ConsentedScripts>().PolicyFor(ConsentState.In(http).Allowed);
        headers.ContentSecurityPolicy = !isAnswer && consented == ("", "") ? usual : Policy((consented.Scripts + (isAnswer ? AnswerScript : ""), consented.Targets), forms);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return Task.CompletedTask;
    }
}
