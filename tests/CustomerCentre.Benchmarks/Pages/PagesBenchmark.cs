using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.EndToEnd.Running;
using Microsoft.Playwright;

namespace CustomerCentre.Benchmarks.Pages;

/// <summary>What a page costs: processor time of a request, memory of a circuit, each beside a bare Blazor app in the same run.</summary>
internal static class PagesBenchmark
{
    private const int Warming = 15_000;
    private const int Requests = 1_000;
    private const int Circuits = 20;
    private const double MostOfPlain = 1.5;
    private const double MostKibibytes = 400;
    private const string Email = "firma@example.cz";

    public static async IAsyncEnumerable<Row> Run(Scale scale)
    {
        var folder = Directory.CreateTempSubdirectory("customercentre-pages-");
        var database = Path.Combine(folder.FullName, "pages.db");
        await using var portal = await MeasuredApp.Start(Repository.AppAssembly, [], database);
        await using var bare = await MeasuredApp.Start(typeof(PagesBenchmark).Assembly.Location, [BareSite.Argument], database);
        PlaywrightDriver.EnsurePresent();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await new Browsers(playwright).Launch();
        var guest = await SignedIn(browser, portal.Address, Email);

        var licences = guest.Company + "/licences";
        yield return await Static("home, anonymous", "/", portal, bare, "");
        yield return await Static("list of licences, signed in", licences, portal, bare, guest.Cookies);

        var counter = await PerCircuit(browser, bare, "/counter", null);
        string[] pages = ["/onboarding/products", "/onboarding/company", guest.Company + "/registrations/new"];
        foreach (var page in pages)
            yield return Circuit(page.Replace(guest.Company, "/companies/…", StringComparison.Ordinal), await PerCircuit(browser, portal, page, Email), counter);
        yield return Circuit("/support", await PerCircuit(browser, portal, "/support", "podpora@example.cz"), counter);
        yield return Circuit("/partners/status/batch", await PerCircuit(browser, portal, "/partners/status/batch", "partner@example.cz"), counter);
        folder.Delete(recursive: true);
    }

    private static async Task<Row> Static(string what, string path, MeasuredApp portal, MeasuredApp bare, string cookies)
    {
        var (ours, plain) = await InTurns(portal, bare, path, cookies);
        return new($"static page: {what}", $"{ours:0} µs CPU a request", $"{plain:0} µs in plain Razor", $"≤ {MostOfPlain} × ({ours / plain:0.00} ×)", ours <= MostOfPlain * plain);
    }

    private static Row Circuit(string page, double kibibytes, double counter) =>
        new($"circuit: {page}", $"{kibibytes:0} KiB", $"{counter:0} KiB of the template's counter", $"≤ {MostKibibytes} KiB", kibibytes <= MostKibibytes);

    private static async Task<(double Ours, double Plain)> InTurns(MeasuredApp portal, MeasuredApp bare, string path, string cookies)
    {
        var (ours, plain) = (new List<double>(), new List<double>());
        // Until the compiler has done its second round; what it costs is no part of a page.
        await Cpu(portal, path, cookies, Warming);
        await Cpu(bare, path, cookies, Warming);
        for (var round = 0; round < Interleaved.Rounds; round++)
        {
            ours.Add(await Cpu(portal, path, cookies, Requests));
            plain.Add(await Cpu(bare, path, cookies, Requests));
        }

        return (Interleaved.Median(ours), Interleaved.Median(plain));
    }

    private static async Task<double> Cpu(MeasuredApp app, string path, string cookies, int times)
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", cookies);
        var before = app.Cpu;
        for (var time = 0; time < times; time++)
            (await client.GetStringAsync(path)).IndexOf("<h1", StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture);
        return (app.Cpu - before).TotalMicroseconds / times;
    }

    private static async Task<double> PerCircuit(IBrowser browser, MeasuredApp app, string path, string? email)
    {
        await using var context = await browser.NewContextAsync();
        if (email is not null)
            await SignIn(await context.NewPageAsync(), app.Address, email);
        await Open(context, app, path);
        var before = await app.Alive();
        for (var circuit = 0; circuit < Circuits; circuit++)
            await Open(context, app, path);
        return (await app.Alive() - before) / 1024.0 / Circuits;
    }

    private static async Task Open(IBrowserContext context, MeasuredApp app, string path)
    {
        var page = await context.NewPageAsync();
        var isConnected = page.WaitForWebSocketAsync();
        await page.GotoAsync(new Uri(app.Address, path).ToString());
        await isConnected;
        await page.WaitForTimeoutAsync(400);
    }

    private static async Task<(string Cookies, string Company)> SignedIn(IBrowser browser, Uri address, string email)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await SignIn(page, address, email);
        await page.GotoAsync(new Uri(address, "/licences").ToString());
        var cookies = (await context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}");
        return (string.Join("; ", cookies), string.Join('/', new Uri(page.Url).AbsolutePath.Split('/').Take(3)));
    }

    private static async Task SignIn(IPage page, Uri address, string email)
    {
        await page.GotoAsync(new Uri(address, "/account/sign-in").ToString());
        await page.Locator("input[type=email]").FillAsync(email);
        await page.Locator("input[type=password]").FillAsync(DemoAccounts.Password);
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }
}
