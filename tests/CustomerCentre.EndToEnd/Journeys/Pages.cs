namespace CustomerCentre.EndToEnd.Journeys;

/// <summary>The pages that are reached by their addresses alone, by who may see them, and what is asked of each.</summary>
internal static class Pages
{
    public const string Customer = "/support/customers/5000001233";

    public static readonly string[] Public = ["/", "/account/sign-in", "/account/sign-up", "/account/forgotten-password", "/help/customer-id", "/privacy", "/privacy/request", "/cookies", "/accessibility"];

    public static readonly string[] Own =
    [
        "/licences", "/companies", "/companies/5000001233", "/companies/5000001233/confirmation", "/registrations/new", "/onboarding/start", "/access-requests", "/account/profile", "/account/consents",
    ];

    public static readonly string[] Trust = ["/api", "/companies/5000001233/support-pin", "/companies/5000001233/partners", "/companies/5000001233/history"];

    /// <summary>The own account, beside what stands among the own pages.</summary>
    public static readonly string[] Account =
    [
        "/account/change-password", "/account/change-email", "/account/sessions", "/account/two-factor", "/account/passkeys", "/account/services", "/account/join", "/account/close", "/account/closed",
    ];

    public static readonly string[] Support =
    [
        "/support", $"{Customer}", $"{Customer}/people", $"{Customer}/contacts", $"{Customer}/licences", $"{Customer}/licences?on=2024-06-30", $"{Customer}/registrations", $"{Customer}/requests",
        $"{Customer}/mails", $"{Customer}/history", $"{Customer}/notes", $"{Customer}/caller", $"{Customer}/see-as", "/support/reports", "/support/reports?from=2001-01-01&until=2001-01-01",
        "/support/stopped-agents", "/support/account-cases",
    ];

    public static readonly string[] Selling = ["/partners/status", "/partners/status/batch", "/partners/stock", "/partners/people", "/partners/api"];

    public static readonly string[] Administration =
        ["/administration/requests", "/administration/people", "/administration/partners", "/administration/credentials", "/administration/old-passwords", "/administration/audit"];

    /// <summary>The customer of <see cref="Support"/>, opened with a reason.</summary>
    public static async Task OpenCustomer(this Visitor visitor)
    {
        await visitor.Open(Customer);
        await visitor.Page.Locator(".reasons button, .tabs").First.WaitForAsync();
        // Open already, when another language was here before.
        if (await visitor.Page.Locator(".reasons button").CountAsync() > 0)
        {
            await visitor.Page.Locator(".reasons button").First.ClickAsync();
            await visitor.Page.Locator(".tabs").WaitForAsync();
        }
    }

    /// <summary>Fails unless the page speaks the language, scrolls down only and says something in every place that should.</summary>
    public static async Task Fits(this Visitor visitor, string language)
    {
        var page = visitor.Page;
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
        await page.Locator("main h1").First.WaitForAsync();
        foreach (var width in new[] { 320, 1280 })
        {
            await page.SetViewportSizeAsync(width, 800);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{page.Url} at {width}");
        }

        (await page.EvaluateAsync<string[]>(WithoutText)).ShouldBeEmpty($"{page.Url} has a place without its text");
    }

    /// <summary>The same for a page that is met only on the way, in every language, with axe and a picture of the Czech one, where it ends.</summary>
    public static async Task FitsEveryLanguage(this Visitor visitor, string name)
    {
        foreach (var language in (string[])["sk", "en", "cs"])
        {
            await visitor.Context.AddCookiesAsync([new() { Name = "language", Value = $"c={language}|uic={language}", Url = visitor.Page.Url }]);
            await visitor.Page.ReloadAsync();
            await visitor.Fits(language);
            await visitor.CheckAccess();
        }

        await visitor.Screenshot(name);
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
