using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Journeys;

public sealed class KnownCustomerTests(Portal portal) : Journey(portal)
{
    // The demo company and one of its contacts, which has no account.
    private const string Number = "500 000 1233";
    private const string RegisterNumber = "99001021";

    [Fact]
    public async Task A_contact_of_the_customer_is_let_in_and_confirms_its_details()
    {
        await Me.SignUp(Mailbox, "fakturace@kovovyroba.example.cz");
        await Me.AtStep("start");
        await Ask(RegisterNumber);
        await Me.AtStep("details");
        await CheckAccess();
        await Screenshot("wizard-details");
        await Me.Submit();
        await Page.WaitForURLAsync("**/onboarding/done**");
        await Screenshot("wizard-joined");
        await Open("/licences");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("Ukázková kovovýroba");
    }

    [Fact]
    public async Task Who_cannot_prove_it_asks_and_the_operator_decides()
    {
        var email = NewEmail("kolega");
        await Me.SignUp(Mailbox, email);
        await Me.AtStep("start");
        await Ask(RegisterNumber);
        await Page.WaitForURLAsync("**/onboarding/done**");
        await CheckAccess();
        await Screenshot("wizard-asked");
        await Open("/access-requests");
        await CheckAccess();
        await Screenshot("access-requests");

        var administrator = await NewVisitor();
        await administrator.SignIn("spravce@example.cz");
        await administrator.Open("/administration/requests");
        await administrator.CheckAccess();
        await administrator.Screenshot("administration-requests");
        await administrator.Page.Locator("main tr, main li").Filter(new() { HasText = email }).Locator("a").First.ClickAsync();
        await administrator.Page.WaitForURLAsync("**/administration/requests/*");
        await administrator.CheckAccess();
        await administrator.Screenshot("administration-request");
        await administrator.Page.Locator("main form select").SelectOptionAsync("Colleague");
        await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Schválit" }).ClickAsync();
        await Mailbox.LatestTo(email, mail => mail.Subject.Contains("schválena", StringComparison.Ordinal));

        await Open("/licences");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("Ukázková kovovýroba");
    }

    [Fact]
    public async Task A_pair_that_does_not_hold_reads_the_same_as_one_that_does()
    {
        var texts = new List<string>();
        foreach (var (number, register) in new[] { (Number, RegisterNumber), (Number, "99000091"), ("1099999", "99000091") })
        {
            var visitor = await NewVisitor();
            await visitor.SignUp(Mailbox, NewEmail("cizi"));
            await visitor.AtStep("start");
            await Ask(visitor, number, register);
            await visitor.Page.Locator("main a[href='/access-requests']").WaitForAsync();
            // The text itself, not as it is laid out: that hangs on how far the styles of the page have come.
            texts.Add(await visitor.Page.Locator("main").TextContentAsync() ?? "");
        }

        texts[0].ShouldNotBeEmpty();
        texts[1].ShouldBe(texts[0]);
        texts[2].ShouldBe(texts[0]);
    }

    [Fact]
    public async Task Who_does_not_know_the_ID_is_shown_where_it_stands_and_comes_back_with_nothing_lost()
    {
        await Me.SignUp(Mailbox, NewEmail("nevim"));
        await Me.AtStep("start");
        await Me.Choose(2);
        await Me.Submit();
        await Page.Locator("main svg").First.WaitForAsync();
        await CheckAccess();
        await Screenshot("help-customer-id");
        await Page.Locator("main a[href*='/onboarding/']").First.ClickAsync();
        await Me.AtStep("start");
        (await Page.Locator("main input[type=radio]").Nth(2).IsCheckedAsync()).ShouldBeTrue();
    }

    private Task Ask(string register) => Ask(Me, Number, register);

    private static async Task Ask(Visitor visitor, string number, string register)
    {
        await visitor.Choose(1);
        await visitor.Submit();
        await visitor.AtStep("customer-id");
        await visitor.Page.FillAsync("#Known-CustomerNumber", number);
        await visitor.Page.FillAsync("#Known-RegistrationNumber", register);
        await visitor.Submit();
    }
}
