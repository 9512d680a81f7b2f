using CustomerCentre.Benchmarks.Pages.Bare;
using CustomerCentre.Features.Accounts;

namespace CustomerCentre.Benchmarks.Pages;

/// <summary>
/// What the portal's pages stand beside: the app of Blazor's template. It reads the same rows by the same queries for the same signed-in person and writes the same page
/// in plain Razor: one language written out, no components of the portal, none of its middleware but the one that knows who is asking.
/// </summary>
internal static class BareSite
{
    public const string Argument = "serve-bare";

    public static async Task Run()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddPortal(builder.Configuration, builder.Environment);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddCascadingAuthenticationState();
        var app = builder.Build();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAccounts();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<BareApp>().AddInteractiveServerRenderMode();
        await app.RunAsync();
    }
}
