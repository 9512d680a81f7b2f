using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Journeys;

public sealed partial class FirstProductTests(Portal portal) : Journey(portal)
{
    [Fact]
    public async Task A_company_registers_its_first_product_and_gets_its_customer_ID()
    {
        var (email, number) = (NewEmail("petr"), DemoStock.Take());
        await Me.SignUp(Mailbox, email);
        await Me.AtStep("start");
        await Look("wizard-start");
        await Me.BeginFirstProduct();
        await Me.FillProduct(number.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        await Page.Locator("#Licences-0-TaxDocument").FocusAsync();
        await Page.Locator(".found b").WaitForAsync();
        await Look("wizard-products");
        await Me.Submit();

        await Me.AtStep("company");
        await Me.Choose(0);
        await Page.FillAsync("#Company-RegistrationNumber", "99000041");
        await Page.Locator("#Company-RegistrationNumber").BlurAsync();
        await Assertions.Expect(Page.Locator("#Company-Name")).Not.ToHaveValueAsync("");
        await Look("wizard-company");
        await Me.Submit();

        await Me.AtStep("contact");
        await Page.FillAsync("#Contact-Name", "Petr Příklad");
        await Look("wizard-contact");
        await Me.Submit();

        await Me.AtStep("check");
        await Me.Submit();
        await Assertions.Expect(Page).ToHaveTitleAsync(new Regex("^Chyba: "));
        await Look("wizard-check-error");
        await Page.CheckAsync("#Command-AcceptsTerms");
        await Look("wizard-check");
        await Me.Submit();

        await Page.Locator(".issued-number").WaitForAsync();
        var id = Digits().Replace(await Page.Locator(".issued-number").InnerTextAsync(), "");
        id.Length.ShouldBe(10);
        await Look("wizard-done");
        await Page.ReloadAsync();
        Digits().Replace(await Page.Locator(".issued-number").InnerTextAsync(), "").ShouldBe(id);
        (await Mailbox.LatestTo(email, mail => Digits().Replace(mail.Text, "").Contains(id, StringComparison.Ordinal))).Text.ShouldNotContain(number);
        await LicencesAreThere(number);
    }

    [Fact]
    public async Task Who_registers_for_somebody_else_invites_the_owner_who_becomes_a_manager()
    {
        var owner = NewEmail("majitel");
        await Me.SignUp(Mailbox, NewEmail("ucetni"));
        await Me.BeginFirstProduct();
        await Me.FillProduct(DemoStock.Take());
        await Me.Submit();
        await Me.AtStep("company");
        await Me.FillConsumer();
        await Me.Submit();
        await Me.AtStep("contact");
        await Me.Choose(1);
        await Page.FillAsync("#Contact-Name", "Žofie Příkladná");
        await Page.FillAsync("#Contact-Email", owner);
        await Me.Submit();
        await Me.AtStep("check");
        await Page.CheckAsync("#Command-AcceptsTerms");
        await Page.Locator("main form button[type=submit]").DblClickAsync();
        await Page.Locator(".issued-number").WaitForAsync();

        var invited = await NewVisitor();
        var invitation = await Mailbox.LinkFor(owner, "/account/invitation");
        await invited.SignUp(Mailbox, owner);
        await invited.Open(invitation);
        await invited.CheckAccess();
        await invited.Screenshot("invitation");
        await invited.Submit();
        await invited.Page.WaitForURLAsync(url => !url.Contains("/account/", StringComparison.Ordinal));
        await invited.Open("/licences");
        await Assertions.Expect(invited.Page.Locator("main")).ToContainTextAsync("Žofie Příkladná");
    }

    private async Task LicencesAreThere(string number)
    {
        await Open("/licences");
        await Look("licences");
        await Page.Locator("main table a, main .table a").First.ClickAsync();
        await Page.WaitForURLAsync("**/licences/*");
        await Look("licence");
        (await Page.ContentAsync()).ShouldNotContain(number);
        Page.Url.ShouldNotContain(number);
        (await Page.TitleAsync()).ShouldNotContain(number);
    }

    private async Task Look(string name)
    {
        await CheckAccess();
        await Screenshot(name);
    }

    [GeneratedRegex(@"\D")]
    private static partial Regex Digits();
}
