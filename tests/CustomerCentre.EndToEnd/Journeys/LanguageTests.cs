namespace CustomerCentre.EndToEnd.Journeys;

public sealed class LanguageTests(Portal portal) : Journey(portal)
{
    private const string Customer = "/support/customers/5000001233";

    private static readonly string[] Public = ["/", "/account/sign-in", "/account/sign-up", "/account/forgotten-password", "/help/customer-id", "/privacy", "/privacy/request", "/cookies", "/accessibility"];

    private static readonly string[] Own =
    [
        "/licences", "/companies", "/companies/5000001233", "/companies/5000001233/confirmation", "/registrations/new", "/onboarding/start", "/access-requests", "/account/profile", "/account/consents",
    ];

    private static readonly string[] Trust = ["/api", "/companies/5000001233/support-pin", "/companies/5000001233/partners", "/companies/5000001233/history"];

    private static readonly string[] Support =
    [
        "/support", $"{Customer}", $"{Customer}/people", $"{Customer}/contacts", $"{Customer}/licences", $"{Customer}/licences?on=2024-06-30", $"{Customer}/registrations", $"{Customer}/requests",
        $"{Customer}/mails", $"{Customer}/history", $"{Customer}/notes", $"{Customer}/caller", $"{Customer}/see-as", "/support/reports", "/support/reports?from=2001-01-01&until=2001-01-01",
        "/support/stopped-agents",
        "/support/account-cases",
    ];

    private static readonly string[] Selling = ["/partners/status", "/partners/status/batch", "/partners/stock", "/partners/people", "/partners/api"];

    private static readonly string[] Administration =
        ["/administration/requests", "/administration/people", "/administration/partners", "/administration/credentials", "/administration/audit"];

    [Theory]
    [InlineData("cs-CZ")]
    [InlineData("en-GB")]
    [InlineData("sk-SK")]
    public async Task Every_page_is_there_in_the_language_of_the_browser(string locale)
    {
        var visitor = await NewVisitor(locale);
        await LookClosely(visitor, Public, locale[..2]);
        await visitor.SignIn("firma@example.cz");
        await LookClosely(visitor, Own, locale[..2]);
        await Look(visitor, Trust, locale[..2]);
    }

    [Theory]
    [InlineData("cs-CZ")]
    [InlineData("en-GB")]
    [InlineData("sk-SK")]
    public async Task Staff_and_partners_have_every_page_in_their_language_too(string locale)
    {
        var (visitor, language) = (await NewVisitor(locale), locale[..2]);
        await visitor.SignIn("vedouci@example.cz");
        await visitor.Open(Customer);
        await Fits(visitor, Customer, language);
        // Open already, when another language was here before.
        if (await visitor.Page.Locator(".reasons button").CountAsync() > 0)
        {
            await visitor.Page.Locator(".reasons button").First.ClickAsync();
            await visitor.Page.Locator(".tabs").WaitForAsync();
        }

        await Look(visitor, Support, language);
        await visitor.Open($"{Customer}/licences");
        await Look(visitor, [await visitor.Page.Locator("main table a").First.GetAttributeAsync("href") ?? ""], language);
        foreach (var (email, pages) in new[] { ("partner@example.cz", Selling), ("spravce@example.cz", Administration) })
        {
            // The same browser, so that what it keeps of scripts and styles is not fetched again.
            await visitor.Context.ClearCookiesAsync();
            await visitor.SignIn(email);
            await Look(visitor, pages, language);
        }
    }

    [Fact]
    public async Task The_report_of_support_is_for_everybody_to_read()
    {
        await Me.SignIn("vedouci@example.cz");
        await LookClosely(Me, ["/support/reports"], "cs");
    }

    private static async Task LookClosely(Visitor visitor, string[] paths, string language)
    {
        foreach (var path in paths)
        {
            await Look(visitor, [path], language);
            await visitor.CheckAccess();
            await visitor.Screenshot($"{language}{path.Replace('/', '-').TrimEnd('-')}");
        }
    }

    private static async Task Look(Visitor visitor, string[] paths, string language)
    {
        foreach (var path in paths)
        {
            (await visitor.Open(path)).Status.ShouldBe(200, path);
            new Uri(visitor.Page.Url).PathAndQuery.ShouldStartWith(path == "/" || path == "/onboarding/start" || path == "/licences" || path == "/registrations/new" ? "/" : path);
            await Fits(visitor, path, language);
        }
    }

    private static async Task Fits(Visitor visitor, string path, string language)
    {
        (await visitor.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
        await visitor.Page.Locator("main h1").First.WaitForAsync();
        foreach (var width in new[] { 320, 1280 })
        {
            await visitor.Page.SetViewportSizeAsync(width, 800);
            (await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{path} at {width}");
        }

        (await visitor.Page.EvaluateAsync<string[]>(WithoutText)).ShouldBeEmpty($"{path} has a place without its text");
    }

    /// <summary>What should say something and says nothing, and sentences whose places were never filled.</summary>
    private const string WithoutText = """
        () => {
          const says = element => (element.innerText + (element.ariaLabel ?? "") + (element.title ?? "")).trim() || element.querySelector("img[alt], svg, input, [aria-label]");
          const named = [...document.querySelectorAll("h1, h2, h3, label, legend, button, summary, th, dt, option, a[href]")].filter(element => element.checkVisibility() || element.matches("option"));
          const silent = named.filter(element => !(element.matches("option") ? element.textContent.trim() : says(element))).map(element => element.outerHTML.slice(0, 200));
          return [...silent, ...(document.body.innerText.match(/\{\d\}/g) ?? [])];
        }
        """;
}
