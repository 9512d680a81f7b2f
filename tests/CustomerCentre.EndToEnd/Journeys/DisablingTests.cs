using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Journeys;

public sealed class DisablingTests(Portal portal) : Journey(portal)
{
    [Fact]
    public async Task A_disabled_account_is_out_at_once_and_in_again_when_enabled()
    {
        var email = NewEmail("zakazana");
        var person = await NewVisitor(width: 390);
        await person.SignUp(Mailbox, email);
        await person.AtStep("start");

        await Me.SignIn("spravce@example.cz");
        await Open("/administration/people");
        await Page.FillAsync("#Given-Email", email);
        await Page.Locator("[name='Given.Role']").First.CheckAsync();
        await Me.Submit();
        await Page.WaitForURLAsync("**/administration/people?changed=true");
        await Page.GetByRole(AriaRole.Link, new() { Name = email }).ClickAsync();
        await Page.Locator("#Disabling-Reason").WaitForAsync();
        var about = new Uri(Page.Url).AbsolutePath;
        await Me.FitsEveryLanguage("account-to-disable");
        await Page.FillAsync("#Disabling-Reason", "Podezření, že účet používá někdo cizí.");
        await Press("Zakázat účet");
        await Page.GetByText("Účet je zakázaný a všude odhlášený.").WaitForAsync();
        await Open(about);
        await Me.FitsEveryLanguage("account-disabled-to-staff");

        await person.Page.WaitForURLAsync("**/account/sign-in**", new() { Timeout = 5000 });
        await Try(person, email, "toto heslo tu nikdo nemá");
        await person.Page.Locator("main [role=alert], main .error-summary").First.WaitForAsync();
        person.Page.Url.ShouldContain("/account/sign-in");
        (await person.Page.Locator("main").InnerTextAsync()).ShouldNotContain("zakázaný");
        await Try(person, email, Walking.Password);
        await person.Page.WaitForURLAsync("**/account/disabled**");
        await person.FitsEveryLanguage("account-disabled");

        await Press("Povolit účet");
        await Page.GetByText("Účet se zase může používat.").WaitForAsync();
        await person.SignIn(email, Walking.Password);
        await person.Open("/account/profile");
        person.Page.Url.ShouldEndWith("/account/profile");
    }

    private Task Press(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

    private static async Task Try(Visitor visitor, string email, string password)
    {
        await visitor.Page.FillAsync("#Input-Email", email);
        await visitor.Page.FillAsync("#Input-Password", password);
        await visitor.Submit();
    }
}
