namespace CustomerCentre.EndToEnd.Journeys;

/// <summary>What a browser really receives on a long walk, held against the list that people read.</summary>
public sealed class CookieWalkTests(Portal portal) : Journey(portal)
{
    [Fact]
    public async Task A_browser_gets_no_cookie_that_the_page_does_not_list()
    {
        await Me.SignUp(Mailbox, NewEmail());
        await Me.BeginFirstProduct();
        await Open("/cookies");
        await Page.ClickAsync("main button[value=accept]");
        await Page.Locator("main .callout-success").WaitForAsync();
        await Page.ClickAsync("[data-toggle-scheme]");
        await Page.ClickAsync(".menu-language summary");
        await Page.ClickAsync(".menu-language button[value=en]");
        await Page.Locator("html[lang=en]").WaitForAsync();

        await Me.SignOut();
        await Me.SignIn("firma@example.cz");
        await Open("/licences");
        await Open("/companies/5000001233");
        await Open("/privacy/request");

        await Open("/cookies");
        var listed = await Page.Locator("main table code").AllInnerTextsAsync();
        var received = (await Me.Context.CookiesAsync()).Select(cookie => cookie.Name).ToList();
        string[] walked = ["__Host-session", "__Host-antiforgery", "__Host-consent", "language", "scheme"];
        walked.Except(received).ShouldBeEmpty("the walk was to bring these");
        received.Except(listed).ShouldBeEmpty();
    }
}
