namespace CustomerCentre.EndToEnd.Journeys;

public sealed class LanguageTests(Portal portal) : Journey(portal)
{
    private static readonly string[] Public = ["/", "/account/sign-in", "/account/sign-up", "/account/forgotten-password", "/help/customer-id", "/privacy", "/cookies", "/accessibility"];

    private static readonly string[] Own =
    [
        "/licences", "/companies", "/companies/5000001233", "/companies/5000001233/confirmation", "/registrations/new", "/onboarding/start", "/access-requests", "/account/profile",
    ];

    [Theory]
    [InlineData("cs-CZ")]
    [InlineData("en-GB")]
    [InlineData("sk-SK")]
    public async Task Every_page_is_there_in_the_language_of_the_browser(string locale)
    {
        var visitor = await NewVisitor(locale);
        foreach (var path in Public)
        {
            await Look(visitor, path, locale[..2]);
        }

        await visitor.SignIn("firma@example.cz");
        foreach (var path in Own)
        {
            await Look(visitor, path, locale[..2]);
        }
    }

    private static async Task Look(Visitor visitor, string path, string language)
    {
        await visitor.Open(path);
        (await visitor.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
        await visitor.Page.Locator("main h1").First.WaitForAsync();
        foreach (var width in new[] { 320, 1280 })
        {
            await visitor.Page.SetViewportSizeAsync(width, 800);
            (await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{path} at {width}");
        }

        await visitor.CheckAccess();
        await visitor.Screenshot($"{language}{path.Replace('/', '-').TrimEnd('-')}");
    }
}
