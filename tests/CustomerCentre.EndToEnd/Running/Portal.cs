using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CustomerCentre.EndToEnd.Running.Portal))]

namespace CustomerCentre.EndToEnd.Running;

/// <summary>One app and one browser for all journeys, each started once, when the first test asks for it.</summary>
public sealed class Portal : IAsyncDisposable
{
    private readonly Lazy<Task<RunningApp>> app = new(() => RunningApp.StartAsync());
    private readonly Lazy<Task<IPlaywright>> playwright;
    private readonly Lazy<Task<IBrowser>> browser;

    public Portal()
    {
        playwright = new(() =>
        {
            PlaywrightDriver.EnsurePresent();
            return Playwright.CreateAsync();
        });
        browser = new(async () => await new Browsers(await playwright.Value).Launch());
    }

    public Task<RunningApp> App => app.Value;

    public Task<IBrowser> Browser => browser.Value;

    public async ValueTask DisposeAsync()
    {
        if (browser is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await browser.Value).DisposeAsync();
        }

        if (playwright is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            (await playwright.Value).Dispose();
        }

        if (app is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await app.Value).DisposeAsync();
        }
    }
}
