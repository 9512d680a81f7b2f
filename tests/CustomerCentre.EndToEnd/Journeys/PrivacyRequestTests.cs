namespace CustomerCentre.EndToEnd.Journeys;

public sealed class PrivacyRequestTests(Portal portal) : Journey(portal)
{
    [Fact]
    public async Task A_visitor_asks_about_the_own_data_and_the_one_who_answers_has_it_by_mail()
    {
        await Open("/privacy");
        await Page.ClickAsync("main a[href='/privacy/request']");
        await Page.Locator("#Input-Message").WaitForAsync();
        await Me.Submit();
        await CheckAccess();
        await Me.Choose(0);
        await Page.FillAsync("#Input-Message", "Chci vědět, co o mně máte.");
        await Page.FillAsync("#Input-Name", "Petr Malý");
        await Page.FillAsync("#Input-Email", "petr.maly@posta.example");
        await Me.Submit();
        await Page.Locator("main h1", new() { HasText = "Žádost je odeslána" }).WaitForAsync();
        await CheckAccess();
        await Screenshot("privacy-request-sent");
        var mail = await Mailbox.LatestTo("info@stormware.cz", mail => mail.Subject == "Žádost o osobní údaje");
        mail.Text.ShouldContain("petr.maly@posta.example");
    }
}
