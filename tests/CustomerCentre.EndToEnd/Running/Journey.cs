using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Running;

/// <summary>A test in a real browser. It fails on what the page does not show, too, and leaves a picture when it fails.</summary>
/// <param name="portal">The app and the browser shared by all journeys.</param>
/// <param name="own">An app of the test class's own, in place of the shared one.</param>
public abstract class Journey(Portal portal, OwnApp? own = null) : IAsyncLifetime
{
    private readonly List<Visitor> visitors = [];

    protected RunningApp App { get; private set; } = null!;

    protected Mailbox Mailbox { get; private set; } = null!;

    /// <summary>The visitor of the test, Czech and at a wide window.</summary>
    protected Visitor Me => visitors[0];

    protected IPage Page => Me.Page;

    protected Faults Faults => Me.Faults;

    public virtual async ValueTask InitializeAsync()
    {
        App = own?.App ?? await portal.App;
        Mailbox = new Mailbox(new HttpClient { BaseAddress = App.Address });
        try
        {
            await NewVisitor();
        }
        catch
        {
            await Leave(); // Nobody disposes what was not made ready.
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            await Conclude();
        }
        finally
        {
            await Leave();
        }
    }

    /// <summary>Somebody else, or the same person at another device.</summary>
    protected async Task<Visitor> NewVisitor(string locale = "cs-CZ", int width = 1280, bool scripts = true)
    {
        var visitor = await Visitor.Arrive(await portal.Browser, App, locale, width, scripts);
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>An address nobody else in this run has.</summary>
    protected static string NewEmail(string name = "jana") => $"{name}.{Guid.NewGuid():N}"[..(name.Length + 9)] + "@posta.example";

    protected Task<IResponse> Open(string path) => Me.Open(path);

    protected Task Screenshot(string name) => Me.Screenshot(name);

    protected Task CheckAccess() => Me.CheckAccess();

    private async Task Conclude()
    {
        // What a page has just logged arrives before the answer to this.
        var open = visitors.Where(visitor => !visitor.Page.IsClosed).ToList();
        await Task.WhenAll(open.Select(visitor => visitor.Page.Locator("html").WaitForAsync(new() { State = WaitForSelectorState.Attached })));
        var faults = visitors.SelectMany(visitor => visitor.Faults.Unexpected).ToList();
        if (TestContext.Current.TestState?.Result == TestResult.Failed || faults.Count > 0)
        {
            await Failure.Keep(open, App, faults);
        }

        faults.ShouldBeEmpty("The page had faults that it did not show.");
    }

    private async Task Leave()
    {
        foreach (var visitor in visitors)
        {
            await visitor.DisposeAsync();
        }

        visitors.Clear();
        Mailbox?.Dispose();
    }
}
