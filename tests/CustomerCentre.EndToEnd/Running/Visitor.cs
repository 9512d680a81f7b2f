using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Running;

/// <summary>One person at one browser, with cookies, language and a window of their own.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly RunningApp app;

    private Visitor(IBrowserContext context, RunningApp app)
    {
        this.app = app;
        Context = context;
        Faults = new Faults(context, app);
    }

    public IBrowserContext Context { get; }

    public Faults Faults { get; }

    public IPage Page { get; private set; } = null!;

    /// <summary>Goes to a path of the app, such as "/account/sign-in".</summary>
    public async Task<IResponse> Open(string path) =>
        await Page.GotoAsync(new Uri(app.Address, path).AbsoluteUri) ?? throw new InvalidOperationException($"{path} is the page that was open already.");

    /// <summary>Fails unless axe finds the page free of faults (WCAG 2.2 A and AA), light and dark.</summary>
    public Task CheckAccess() => Access.Check(Page);

    /// <summary>Saves the page wide and narrow, light and dark, into artifacts/screenshots, unless nobody would look at them.</summary>
    public Task Screenshot(string name) => Screenshots.AreWanted ? Screenshots.Take(Page, name) : Task.CompletedTask;

    public ValueTask DisposeAsync() => Context.DisposeAsync();

    internal static async Task<Visitor> Arrive(IBrowser browser, RunningApp app, string locale, int width, bool scripts = true)
    {
        var context = await browser.NewContextAsync(new()
        {
            Locale = locale,
            TimezoneId = "Europe/Prague",
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = ColorScheme.Light,
            JavaScriptEnabled = scripts,
        });
        var visitor = new Visitor(context, app);
        visitor.Page = await context.NewPageAsync();
        return visitor;
    }
}
