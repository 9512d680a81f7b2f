using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Journeys;

/// <summary>The portal of an operator who counts visits and measures advertising by scripts of others, which stand here as a few lines.</summary>
public sealed class ConsentTests(Portal portal, ConsentTests.Measured own) : Journey(portal, own), IClassFixture<ConsentTests.Measured>
{
    [Fact]
    public async Task Refusing_lets_nothing_in_and_nobody_is_asked_again()
    {
        var loaded = await Measure(Me);
        await Open("/");
        await Look("consent-bar");
        await Page.ClickAsync(".consent button[value=refuse]");
        await Expect(Page.Locator(".consent")).ToHaveCountAsync(0);
        foreach (var path in (string[])["/privacy", "/account/sign-in", "/cookies"])
        {
            await Open(path);
            await Expect(Page.Locator(".consent")).ToHaveCountAsync(0);
        }

        await Expect(Page.Locator(".facts").First).ToContainTextAsync("Jen nezbytné");
        await Look("consent-refused");
        loaded.ShouldBeEmpty();
        (await Cookies(Me)).ShouldNotContain(name => name.StartsWith('_') && !name.StartsWith("__Host-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accepting_lets_the_scripts_in_and_withdrawing_removes_what_they_left()
    {
        var loaded = await Measure(Me);
        await Open("/");
        await Page.ClickAsync(".consent button[value=accept]");
        await Received(Me, "_visits", "_ads_1");
        loaded.Order().Distinct().ShouldBe(["https://ads.example/tag.js", "https://stats.example/count.js"]);

        // By the footer, as from any page.
        await Open("/account/sign-in");
        await Page.ClickAsync("footer a[href='/cookies']");
        await Page.Locator("main h1", new() { HasText = "Cookies" }).WaitForAsync();
        await Expect(Page.Locator("main input[type=checkbox]:checked")).ToHaveCountAsync(2);
        await Look("consent-accepted");
        await Page.UncheckAsync("input[name=advertising]");
        await Page.ClickAsync("main button[value=save]");
        await Page.GetByText("Vaše volba je uložena").WaitForAsync();
        var cookies = await Cookies(Me);
        cookies.ShouldContain("_visits");
        cookies.ShouldNotContain("_ads_1");

        loaded.Clear();
        await Page.ClickAsync("main button[value=refuse]");
        await Page.GetByText("Jen nezbytné").First.WaitForAsync();
        await Open("/");
        (await Cookies(Me)).ShouldNotContain("_visits");
        loaded.ShouldBeEmpty();
    }

    [Fact]
    public async Task Consent_given_in_one_browser_is_withdrawn_from_another()
    {
        var loaded = await Measure(Me);
        await Me.SignIn("firma@example.cz");
        await Open("/cookies");
        await Page.ClickAsync("main button[value=accept]");
        await Received(Me, "_visits");

        var elsewhere = await NewVisitor(width: 390);
        await elsewhere.SignIn("firma@example.cz");
        await elsewhere.Page.ClickAsync(".consent button[value=refuse]");
        await elsewhere.Open("/account/consents");
        await elsewhere.CheckAccess();
        await elsewhere.Screenshot("consent-history");
        await elsewhere.Page.ClickAsync("main form button[name='Input.Reference']");
        await elsewhere.Page.GetByText("Souhlas je odvolán").WaitForAsync();

        loaded.Clear();
        await Open("/");
        loaded.ShouldBeEmpty();
        (await Cookies(Me)).ShouldNotContain("_visits");
    }

    [Theory]
    [InlineData("cs-CZ", "Jen nezbytné")]
    [InlineData("en-GB", "Necessary only")]
    [InlineData("sk-SK", "Len nevyhnutné")]
    public async Task Without_JavaScript_everything_about_consent_works(string locale, string refused)
    {
        var visitor = await NewVisitor(locale, 390, scripts: false);
        await visitor.Open("/privacy");
        await visitor.Page.ClickAsync(".consent button[value=refuse]");
        await Expect(visitor.Page).ToHaveURLAsync(new Uri(App.Address, "/privacy").AbsoluteUri);
        await Expect(visitor.Page.Locator(".consent")).ToHaveCountAsync(0);

        await visitor.Page.ClickAsync("footer a[href='/cookies']");
        await Expect(visitor.Page.Locator(".facts").First).ToContainTextAsync(refused);
        await visitor.Page.CheckAsync("input[name=statistics]");
        await visitor.Page.ClickAsync("main button[value=save]");
        await Expect(visitor.Page.Locator("input[name=statistics]")).ToBeCheckedAsync();
        await Expect(visitor.Page.Locator("input[name=advertising]")).Not.ToBeCheckedAsync();

        await visitor.SignIn("firma@example.cz");
        await visitor.Open("/account/consents");
        await visitor.Page.Locator("main form button[name='Input.Reference']").First.ClickAsync();
        await Expect(visitor.Page.Locator("main .callout-success")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_bar_covers_nothing_and_both_its_answers_are_of_one_size()
    {
        await Open("/account/sign-in");
        foreach (var width in new[] { 320, 390, 1280 })
        {
            await Page.SetViewportSizeAsync(width, 800);
            (await Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.consent')).position")).ShouldBe("static");
            var sizes = await Page.EvaluateAsync<float[]>("[...document.querySelectorAll('.consent button')].flatMap(b => [b.offsetWidth, b.offsetHeight])");
            (sizes[0], sizes[1]).ShouldBe((sizes[2], sizes[3]), $"at {width}");
            (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
        }
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static IPageAssertions Expect(IPage page) => Assertions.Expect(page);

    private static async Task<IReadOnlyList<string>> Cookies(Visitor visitor) => [.. (await visitor.Context.CookiesAsync()).Select(cookie => cookie.Name)];

    // Scripts load beside the page. Asked of the browser, because the page's own policy lets nobody evaluate a condition in it.
    private static async Task Received(Visitor visitor, params string[] names)
    {
        for (var tries = 0; tries < 100 && names.Except(await Cookies(visitor)).Any(); tries++)
        {
            await Task.Delay(100);
        }

        names.Except(await Cookies(visitor)).ShouldBeEmpty();
    }

    // Answers in place of the other companies, whose scripts each leave a cookie.
    private static async Task<List<string>> Measure(Visitor visitor)
    {
        var loaded = new List<string>();
        visitor.Faults.Expect("request to another host: https://stats.example/count.js", "request to another host: https://ads.example/tag.js");
        await visitor.Context.RouteAsync(url => url.Contains(".example/", StringComparison.Ordinal), async route =>
        {
            loaded.Add(route.Request.Url);
            var name = route.Request.Url.Contains("stats", StringComparison.Ordinal) ? "_visits" : "_ads_1";
            await route.FulfillAsync(new() { ContentType = "text/javascript", Body = $"document.cookie = '{name}=1; path=/; max-age=3600';" });
        });
        return loaded;
    }

    private async Task Look(string name)
    {
        await CheckAccess();
        await Screenshot(name);
    }

    public sealed class Measured : OwnApp
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
        {
            ["Consent:Statistics:Address"] = "https://stats.example/count.js",
            ["Consent:Statistics:Cookies:0:Name"] = "_visits",
            ["Consent:Statistics:Cookies:0:Days"] = "390",
            ["Consent:Advertising:Address"] = "https://ads.example/tag.js",
            ["Consent:Advertising:Cookies:0:Name"] = "_ads*",
        };
    }
}
