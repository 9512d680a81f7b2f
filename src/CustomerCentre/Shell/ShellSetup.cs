using System.Text.Encodings.Web;
using System.Text.Unicode;
using CustomerCentre.Features.Cookies;
using CustomerCentre.Forms;
using Microsoft.AspNetCore.Diagnostics;
using MudBlazor.Services;

namespace CustomerCentre.Shell;

public static class ShellSetup
{
    public static void AddShell(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddAuthorization();
        services.AddMudServices();
        // Letters of our languages go out as themselves: half of a Czech page would be references to characters.
        services.AddWebEncoders(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<ThemeStylesheet>().AddSingleton<PageFiles>();

        // The policy makes every cookie Secure; antiforgery itself must not insist, or it refuses http://localhost.
        services.Configure<CookiePolicyOptions>(options => options.Secure = CookieSecurePolicy.Always);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "__Host-antiforgery";
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>The outer part of the pipeline; authentication follows it.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseCookieGuard();
        app.UseSecurityHeaders();
        app.UseLanguages();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
            app.UseHttpsRedirection();
        }

        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UsePlainStatusPages();
        app.UseCookiePolicy();
        app.UseCookieConsent();
    }

    /// <summary>The pages, after authentication and authorisation.</summary>
    public static void MapShell(this WebApplication app)
    {
        app.UseAntiforgery();
        app.UseStaleForms();
        app.UseGoneForms();
        // What the operator puts beside the published files, such as a logo, is in no list of assets.
        app.UseStaticFiles();
        app.MapStaticAssets();
        app.MapLanguages();
        app.MapTheme();
        app.MapCookieChoice();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    // A post that found nothing is answered by a page, which must not take it for a form of its own.
    private static void UsePlainStatusPages(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            http.Request.Method = HttpMethods.Get;
        }

        return next(http);
    });

    private static void MapTheme(this WebApplication app) => app.MapGet("/theme.css", (ThemeStylesheet theme, HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Text(theme.Text, "text/css");
    }).AllowAnonymous();
}
