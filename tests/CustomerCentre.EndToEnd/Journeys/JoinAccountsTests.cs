using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Journeys;

public sealed class JoinAccountsTests(Portal portal) : Journey(portal)
{
    [Fact]
    public async Task Two_accounts_in_use_become_one_that_either_email_signs_in_to()
    {
        var (email, other) = (NewEmail("prvni"), NewEmail("druhy"));
        await Me.SignUp(Mailbox, other);
        await Open("/account/two-factor/mail");
        await Page.FillAsync("#Input-Password", Walking.Password);
        await Me.Submit();
        await Page.Locator("main h1").WaitForAsync();
        await Me.Leave();
        await Me.SignUp(Mailbox, email);

        await Open("/account/join");
        await CheckAccess();
        await Page.FillAsync("#Input-Email", other);
        await Me.Submit();
        await Page.WaitForURLAsync(url => url.Contains("/account/join/", StringComparison.Ordinal));
        await Page.FillAsync("#Input-OwnPassword", Walking.Password);
        await Page.FillAsync("#Input-OtherPassword", Walking.Password);
        await Me.Submit();

        await Page.WaitForURLAsync("**/code");
        await CheckAccess();
        await Me.CheckNarrow();
        await Screenshot("join-code");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Poslat kód" }).ClickAsync();
        await Page.WaitForURLAsync("**/code?sent=true");
        var mail = await Mailbox.LatestTo(other, mail => mail.Subject.Contains("kód", StringComparison.OrdinalIgnoreCase) && mail.Text.Contains("10 minut", StringComparison.Ordinal));
        await Page.FillAsync("#Input-Code", mail.Text.Split('\n').Select(line => line.Trim()).First(line => line.Length == 7 && line.Replace(" ", "", StringComparison.Ordinal).All(char.IsAsciiDigit)));
        await Me.Submit();

        await Page.WaitForURLAsync("**/confirm");
        await CheckAccess();
        await Me.CheckNarrow();
        await Screenshot("join-plan");
        await Page.GetByText($"Platí heslo účtu {email}.").WaitForAsync();
        await Me.Submit();
        await Page.WaitForURLAsync("**/account/join?done=**");
        await CheckAccess();
        await Screenshot("join-done");
        (await Mailbox.LatestTo(other)).Text.ShouldContain("Přihlásíte se oběma e-maily");

        var phone = await NewVisitor(width: 390);
        await phone.SignIn(other, Walking.Password);
        await phone.Page.WaitForURLAsync("**/account/two-factor/code**");
        await Open("/account/profile");
        await Page.GetByText($"Přihlásíte se i tímto e-mailem: {other}").WaitForAsync();
    }
}
