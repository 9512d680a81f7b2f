using Microsoft.Playwright;

namespace CustomerCentre.Benchmarks.Pages;

/// <summary>Memory that an open interactive page holds, beside the counter of Blazor's template in the same run.</summary>
internal static class Circuits
{
    private const int Count = 20;
    private const double MostKibibytes = 400;

    public static async IAsyncEnumerable<Row> Run(Scale scale)
    {
        await using var site = await MeasuredSite.Start();
        var counter = await PerCircuit(site.Browser, site.Bare, "/counter", null);
        var company = (await Guest.SignedIn(site.Browser, site.Portal.Address)).Company;
        (string Page, string Email)[] pages =
        [
            ("/onboarding/products", Guest.Email), ("/onboarding/company", Guest.Email), (company + "/registrations/new", Guest.Email),
            ("/support", "podpora@example.cz"), ("/partners/status/batch", "partner@example.cz"),
        ];
        foreach (var (page, email) in pages)
        {
            var kibibytes = await PerCircuit(site.Browser, site.Portal, page, email);
            yield return new(
                $"circuit: {page.Replace(company, "/companies/…", StringComparison.Ordinal)}", $"{kibibytes:0} KiB", $"{counter:0} KiB of the template's counter", $"≤ {MostKibibytes} KiB",
                kibibytes <= MostKibibytes);
        }
    }

    private static async Task<double> PerCircuit(IBrowser browser, MeasuredApp app, string path, string? email)
    {
        await using var context = await browser.NewContextAsync();
        if (email is not null)
            await Guest.SignIn(await context.NewPageAsync(), app.Address, email);
        await Open(context, app, path);
        var before = await app.Alive();
        for (var circuit = 0; circuit < Count; circuit++)
            await Open(context, app, path);
        return (await app.Alive() - before) / 1024.0 / Count;
    }

    private static async Task Open(IBrowserContext context, MeasuredApp app, string path)
    {
        var page = await context.NewPageAsync();
        var isConnected = page.WaitForWebSocketAsync();
        await page.GotoAsync(new Uri(app.Address, path).ToString());
        await isConnected;
        await page.WaitForTimeoutAsync(400);
    }
}
