using CustomerCentre.EndToEnd.Running;
using Microsoft.Playwright;

namespace CustomerCentre.Benchmarks.Pages;

/// <summary>The portal and the bare app beside it, both on one database with the demo worlds.</summary>
internal sealed class MeasuredSite : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("customercentre-pages-");

    private IPlaywright playwright = null!;

    private MeasuredSite()
    {
    }

    public IBrowser Browser { get; private set; } = null!;

    public MeasuredApp Portal { get; private set; } = null!;

    public MeasuredApp Bare { get; private set; } = null!;

    public static async Task<MeasuredSite> Start()
    {
        PlaywrightDriver.EnsurePresent();
        var site = new MeasuredSite();
        var database = Path.Combine(site.folder.FullName, "pages.db");
        site.Portal = await MeasuredApp.Start(Repository.AppAssembly, [], database);
        site.Bare = await MeasuredApp.Start(typeof(MeasuredSite).Assembly.Location, [BareSite.Argument], database);
        site.playwright = await Playwright.CreateAsync();
        site.Browser = await new Browsers(site.playwright).Launch();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await Portal.DisposeAsync();
        await Bare.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
