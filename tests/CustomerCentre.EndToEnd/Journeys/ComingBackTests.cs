using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Journeys;

public sealed class ComingBackTests(Portal portal, OwnApp own) : Journey(portal, own), IClassFixture<OwnApp>
{
    [Fact]
    public async Task A_half_done_wizard_survives_a_reload_another_device_and_a_killed_server()
    {
        var email = NewEmail();
        var number = "abcd-1234-efgh";
        await Me.SignUp(Mailbox, email);
        await Me.BeginFirstProduct();
        await Page.FillAsync("#Licences-0-Number", number);
        await Page.FillAsync("#Licences-0-TaxDocument", "FV 2026/118");
        await Saved(Page);
        await Page.ReloadAsync();
        await Holds(Page, number);

        var phone = await NewVisitor(width: 390);
        await phone.SignIn(email, Walking.Password);
        await phone.Open("/onboarding");
        await phone.AtStep("products");
        await Holds(phone.Page, number);
        await phone.Page.FillAsync("#Licences-0-TaxDocument", "FV 2026/119");
        await Saved(phone.Page);

        Faults.ExpectLostApp();
        phone.Faults.ExpectLostApp();
        await App.KillAsync();
        await App.RestartAsync();
        // The page comes back by itself, with what the phone wrote last.
        await Assertions.Expect(Page.Locator("#Licences-0-TaxDocument")).ToHaveValueAsync("FV 2026/119", new() { Timeout = 60_000 });
        await Me.AtStep("products");
        await Holds(Page, number);
    }

    [Fact]
    public async Task A_second_company_is_begun_beside_the_first_and_two_tabs_do_not_mix()
    {
        await Me.SignUp(Mailbox, NewEmail());
        await Me.BeginFirstProduct();
        await Page.FillAsync("#Licences-0-TaxDocument", "první");
        await Saved(Page);
        var first = Page.Url;

        await Page.GetByRole(AriaRole.Link, new() { Name = "Rozpracované registrace" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Začít další firmu" }).ClickAsync();
        await Me.BeginFirstProduct();
        Page.Url.ShouldNotBe(first);
        await Page.FillAsync("#Licences-0-TaxDocument", "druhá");
        await Saved(Page);

        await Open("/onboarding");
        await CheckAccess();
        await Screenshot("wizard-drafts");
        await Open(new Uri(first).PathAndQuery);
        await Me.AtStep("products");
        await Assertions.Expect(Page.Locator("#Licences-0-TaxDocument")).ToHaveValueAsync("první");
    }

    [Fact]
    public async Task A_step_opened_out_of_order_leads_to_the_first_unfinished_one()
    {
        await Me.SignUp(Mailbox, NewEmail());
        await Me.BeginFirstProduct();
        var draft = new Uri(Page.Url).Query;
        await Open("/onboarding/check" + draft);
        await Me.AtStep("products");
    }

    private static Task Saved(IPage page) => page.Locator("main [role=status]", new() { HasTextRegex = new(@"\d{1,2}:\d{2}") }).First.WaitForAsync();

    private static async Task Holds(IPage page, string number)
    {
        await page.WaitForInteractive();
        await Assertions.Expect(page.Locator("#Licences-0-Number")).ToHaveValueAsync(number);
    }
}
