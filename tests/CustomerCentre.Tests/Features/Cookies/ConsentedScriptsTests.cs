using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Cookies;

public sealed class ConsentedScriptsTests(Portal portal) : IClassFixture<Portal>, IAsyncDisposable
{
    private readonly MeasuringPortal measuring = new(portal);

    [Fact]
    public async Task Before_consent_no_script_stands_on_a_page_and_the_policy_lets_none_in()
    {
        using var browser = measuring.Browser();
        Loaded(await browser.Get("/")).ShouldBeEmpty();
        var refused = await Choose(browser, ("choice", "refuse"));
        Loaded(refused).ShouldBeEmpty();
        Policy(refused).ShouldNotContain("example");
    }

    [Fact]
    public async Task What_is_allowed_is_loaded_and_the_policy_lets_in_exactly_that()
    {
        using var browser = measuring.Browser();
        var page = await Choose(browser, ("choice", "save"), ("statistics", "true"));
        Loaded(page).ShouldBe([MeasuringPortal.Statistics + "?site=7"]);
        Policy(page).ShouldContain($"script-src 'self' {MeasuringPortal.Statistics};");
        Policy(page).ShouldContain("connect-src 'self' https://collect.example.cz;");
        Policy(page).ShouldNotContain("ads.example");
        Loaded(await Choose(browser, ("choice", "accept"))).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Withdrawing_stops_the_script_and_removes_its_cookies_alone()
    {
        using var browser = measuring.Browser();
        await Choose(browser, ("choice", "accept"));
        (browser.Cookies["_visits_7"], browser.Cookies["_ads"], browser.Cookies["of-somebody-else"]) = ("a", "b", "c");
        await browser.Get("/");
        browser.Cookies.Keys.ShouldContain("_visits_7");

        var page = await Choose(browser, ("choice", "save"), ("statistics", "off"), ("advertising", "true"));
        Loaded(page).ShouldBe([MeasuringPortal.Advertising]);
        browser.Cookies.Keys.ShouldNotContain("_visits_7");
        browser.Cookies.Keys.ShouldContain("_ads");
        browser.Cookies.Keys.ShouldContain("of-somebody-else");
    }

    [Fact]
    public async Task Consent_that_nobody_gave_loads_nothing()
    {
        using var browser = measuring.Browser();
        browser.Cookies["__Host-consent"] = $"1.3.{portal.Time.GetUtcNow().ToUnixTimeSeconds()}.{Guid.NewGuid():n}";
        Loaded(await browser.Get("/")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Withdrawn_at_another_device_it_stops_here_too()
    {
        await portal.Account("dva@example.cz");
        using var first = measuring.Browser();
        using var second = measuring.Browser();
        await first.SignIn("dva@example.cz");
        Loaded(await Choose(first, ("choice", "accept"))).Count.ShouldBe(2);

        await second.SignIn("dva@example.cz");
        portal.Time.Advance(TimeSpan.FromMinutes(1));
        var history = await second.Get("/account/consents");
        var reference = history.Document.QuerySelector("button[name='Input.Reference']")!.GetAttribute("value")!;
        var withdrawn = await second.Post(history, "withdraw", ("Input.Reference", reference));
        withdrawn.Text.ShouldContain("Souhlas je odvolán");
        // A second press of a page that lies open still is answered.
        (await second.Post(history, "withdraw", ("Input.Reference", reference))).Text.ShouldContain("Souhlas je odvolán");

        Loaded(await first.Get("/")).ShouldBeEmpty();
        (await first.Get("/cookies")).Text.ShouldContain("Jen nezbytné");
    }

    [Fact]
    public async Task The_page_lists_the_cookies_of_the_scripts_with_nothing_ticked_beforehand()
    {
        using var browser = measuring.Browser();
        var page = await browser.Get("/cookies");
        page.Document.QuerySelectorAll("table code").Select(name => name.TextContent).ShouldContain("_visits*");
        page.Text.ShouldContain("stats.example.cz");
        page.Document.QuerySelectorAll("input[type=checkbox]").Length.ShouldBe(2);
        page.Document.QuerySelectorAll("input[type=checkbox][checked]").ShouldBeEmpty();
        page.Document.QuerySelectorAll("main .consent-buttons button").Select(button => button.ClassName).Distinct().ShouldHaveSingleItem();
    }

    public ValueTask DisposeAsync() => measuring.DisposeAsync();

    private static async Task<WebPage> Choose(Browser browser, params (string, string)[] choice)
    {
        await browser.Post(await browser.Get("/cookies"), "/cookies/choice", choice);
        return await browser.Get("/privacy");
    }

    private static List<string> Loaded(WebPage page) =>
        [.. page.Document.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")!).Where(address => address.StartsWith("https://", StringComparison.Ordinal))];

    private static string Policy(WebPage page) => page.Response.Headers.GetValues("Content-Security-Policy").Single();
}
