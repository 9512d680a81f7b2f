namespace CustomerCentre.EndToEnd.Journeys;

public sealed class LanguageTests(Portal portal) : Journey(portal)
{
    [Theory]
    [InlineData("cs-CZ")]
    [InlineData("en-GB")]
    [InlineData("sk-SK")]
    public async Task Every_page_is_there_in_the_language_of_the_browser(string locale)
    {
        var visitor = await NewVisitor(locale);
        await LookClosely(visitor, Pages.Public, locale[..2]);
        await visitor.SignIn("firma@example.cz");
        await LookClosely(visitor, Pages.Own, locale[..2]);
        await Look(visitor, Pages.Trust, locale[..2]);
        await LookClosely(visitor, Pages.Account, locale[..2]);
    }

    [Theory]
    [InlineData("cs-CZ")]
    [InlineData("en-GB")]
    [InlineData("sk-SK")]
    public async Task Staff_and_partners_have_every_page_in_their_language_too(string locale)
    {
        var (visitor, language) = (await NewVisitor(locale), locale[..2]);
        await visitor.SignIn("vedouci@example.cz");
        await visitor.OpenCustomer();
        await Look(visitor, Pages.Support, language);
        await visitor.Open($"{Pages.Customer}/licences");
        await Look(visitor, [await visitor.Page.Locator("main table a").First.GetAttributeAsync("href") ?? ""], language);
        foreach (var (email, pages) in new[] { ("partner@example.cz", Pages.Selling), ("spravce@example.cz", Pages.Administration) })
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

    [Fact]
    public async Task The_end_of_old_passwords_is_for_everybody_to_read()
    {
        await Me.SignIn("spravce@example.cz");
        await LookClosely(Me, ["/administration/old-passwords"], "cs");
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
            await visitor.Fits(language);
        }
    }
}
