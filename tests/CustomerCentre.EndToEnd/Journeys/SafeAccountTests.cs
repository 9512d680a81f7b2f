using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Journeys;

public sealed class SafeAccountTests(Portal portal) : Journey(portal)
{
    [Fact]
    public async Task Ending_a_session_elsewhere_leads_an_open_wizard_to_the_sign_in_and_nothing_is_lost()
    {
        var email = NewEmail();
        await Me.SignUp(Mailbox, email);
        await Me.BeginFirstProduct();
        await Page.FillAsync("#Licences-0-TaxDocument", "FV 2026/118");
        await Page.Locator("main [role=status]", new() { HasTextRegex = new(@"\d{1,2}:\d{2}") }).First.WaitForAsync();

        var phone = await NewVisitor(width: 390);
        await phone.SignIn(email, Walking.Password);
        await phone.Open("/account/sessions");
        await phone.CheckAccess();
        await phone.Screenshot("sessions");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Odhlásit všude jinde" }).ClickAsync();
        await phone.Page.GetByText("Všude jinde jste odhlášeni.").WaitForAsync();

        await Page.WaitForURLAsync("**/account/sign-in**", new() { Timeout = 5000 });
        await Page.FillAsync("#Input-Email", email);
        await Page.FillAsync("#Input-Password", Walking.Password);
        await Me.Submit();
        await Me.AtStep("products");
        await Assertions.Expect(Page.Locator("#Licences-0-TaxDocument")).ToHaveValueAsync("FV 2026/118");
    }

    [Fact]
    public async Task A_changed_email_is_taken_back_from_the_old_mailbox()
    {
        var (email, other) = (NewEmail(), NewEmail("cizi"));
        await Me.SignUp(Mailbox, email);
        await Look("/account/profile", "profile");
        await Look("/account/change-password", "change-password");
        await Look("/account/close", "close-account");
        await Look("/account/change-email", "change-email");
        await Page.FillAsync("#Input-Email", other);
        await Page.FillAsync("#Input-Password", Walking.Password);
        await Me.Submit();
        await Open(await Mailbox.LinkFor(other, "/account/confirm-new-email"));
        await CheckAccess();
        await Me.Submit();
        await Page.WaitForURLAsync("**/account/profile**");

        var owner = await NewVisitor(width: 390);
        await owner.Open(await Mailbox.LinkFor(email, "/account/not-me"));
        await owner.CheckAccess();
        await owner.Screenshot("not-me");
        await owner.Submit();
        await owner.Page.GetByRole(AriaRole.Heading, new() { Name = "Účet je zase jen váš" }).WaitForAsync();
        await owner.Open(await Mailbox.LinkFor(email, "/account/reset-password"));
        await owner.Page.FillAsync("#Input-Password", "zelený vlak jede lesem");
        await owner.Submit();
        await owner.Page.WaitForURLAsync(url => !url.Contains("reset-password", StringComparison.Ordinal));

        await Open("/account/profile");
        Page.Url.ShouldContain("/account/sign-in");
    }

    [Fact]
    public async Task A_closed_account_is_opened_again_by_signing_in()
    {
        var email = NewEmail();
        await Me.SignUp(Mailbox, email);
        await Open("/account/close");
        await Page.FillAsync("#Input-Password", Walking.Password);
        await Me.Submit();
        await Page.WaitForURLAsync("**/account/closed");
        await CheckAccess();

        await Me.SignIn(email, Walking.Password);
        await Page.WaitForURLAsync("**/account/reopen**");
        await Me.FitsEveryLanguage("reopen");
        await Me.Submit();
        await Page.WaitForURLAsync(url => !url.Contains("/account/", StringComparison.Ordinal));
    }

    private async Task Look(string path, string name)
    {
        await Open(path);
        await CheckAccess();
        await Screenshot(name);
    }
}
