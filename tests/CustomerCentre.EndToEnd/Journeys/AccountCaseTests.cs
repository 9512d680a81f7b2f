using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Journeys;

public sealed partial class AccountCaseTests(Portal portal) : Journey(portal)
{
    private const string Customer = "5000004563";
    private const string Email = "spotrebitel@example.cz";

    [Fact]
    public async Task A_case_for_a_dead_mailbox_waits_after_two_of_staff_agreed_and_the_mailbox_stops_it()
    {
        var fresh = NewEmail("nova");
        var caller = await NewVisitor(width: 390);
        await caller.SignIn(Email);
        await caller.Open($"/companies/{Customer}/support-pin");
        await caller.Submit();
        var pin = Digits().Replace(await caller.Page.Locator("main .big-number .number").First.InnerTextAsync(), "");

        await Me.SignIn("podpora@example.cz");
        await Open($"/support/customers/{Customer}");
        await Page.FillAsync("#Proof-Digits", pin);
        await Page.Locator("form.caller-proof button[type=submit]").ClickAsync();
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("ověřen");
        await Open($"/support/customers/{Customer}/people");
        await Page.Locator("td.cell-title a").First.ClickAsync();
        await Page.Locator("#Opening-Email").WaitForAsync();
        var about = new Uri(Page.Url).AbsolutePath;
        await Me.FitsEveryLanguage("case-to-open");
        await Page.FillAsync("#Opening-Email", fresh);
        await Page.FillAsync("#Opening-Reason", "Schránka zanikla s firmou, kde pracovala.");
        await Press(Page, "Otevřít případ");
        await Page.GetByText("Případ čeká na schválení.").WaitForAsync();
        await Open(about);
        await Me.FitsEveryLanguage("case-waiting");

        var lead = await NewVisitor();
        await lead.SignIn("vedouci@example.cz");
        await lead.Open("/support/account-cases");
        await lead.FitsEveryLanguage("cases");
        await Press(lead.Page.Locator("section.card", new() { HasText = fresh }), "Schválit");
        await lead.Page.WaitForURLAsync("**/support/account-cases?decided=approved");
        await lead.FitsEveryLanguage("cases-approved");

        await caller.Open(await Mailbox.LinkFor(fresh, "/account/case/finish"));
        await caller.Page.GetByRole(AriaRole.Heading, new() { Name = "Ještě chvíli" }).WaitForAsync();
        await caller.FitsEveryLanguage("case-too-early");

        await Mailbox.LatestTo(Email, mail => mail.Text.Contains("schválil druhý pracovník", StringComparison.Ordinal));
        await caller.Open(await Mailbox.LinkFor(Email, "/account/case/stop"));
        await caller.FitsEveryLanguage("case-to-stop");
        await caller.Submit();
        await caller.Page.GetByRole(AriaRole.Heading, new() { Name = "Zastaveno" }).WaitForAsync();
        await caller.CheckAccess();
        await caller.Screenshot("case-stopped");
    }

    private static Task Press(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

    private static Task Press(IPage page, string name) => Press(page.Locator("main"), name);

    [GeneratedRegex(@"\D")]
    private static partial Regex Digits();
}
