using OtpNet;

namespace CustomerCentre.EndToEnd.Journeys;

public sealed class SecondFactorTests(Portal portal) : Journey(portal)
{
    [Fact]
    public async Task A_person_sets_an_app_up_signs_in_with_it_trusts_the_browser_and_uses_a_recovery_code_elsewhere()
    {
        var email = NewEmail();
        await Me.SignUp(Mailbox, email);
        await Open("/account/two-factor");
        await CheckAccess();
        await Screenshot("two-factor-off");
        await Page.ClickAsync("main a[href='/account/two-factor/app']");
        await Page.WaitForURLAsync("**/account/two-factor/app");
        await CheckAccess();
        await Screenshot("two-factor-app");
        await Me.CheckNarrow();
        var key = Base32Encoding.ToBytes((await Page.Locator(".key-shown code").InnerTextAsync()).Replace(" ", ""));
        await Page.FillAsync("#Input-Code", CodeOf(key));
        await Page.FillAsync("#Input-Password", Walking.Password);
        await Me.Submit();
        await Page.Locator(".recovery-codes code").First.WaitForAsync();
        await CheckAccess();
        await Screenshot("two-factor-recovery-codes");
        await Me.CheckNarrow();
        var codes = await Page.Locator(".recovery-codes code").AllInnerTextsAsync();
        (await Mailbox.LatestTo(email, mail => mail.Subject.Contains("dvoufázové", StringComparison.Ordinal))).Text.ShouldContain("/account/not-me");

        await SignInAgain(Me, email);
        await CheckAccess();
        await Screenshot("two-factor-code");
        await Me.CheckNarrow();
        // The next step of time: the code of this one confirmed the app.
        await Page.FillAsync("#Input-Code", CodeOf(key, 1));
        await Page.CheckAsync("#Input-Trust");
        await Me.Submit();
        await Page.WaitForURLAsync(url => !url.Contains("/account/two-factor/code", StringComparison.Ordinal));
        await Open("/account/two-factor");
        await CheckAccess();
        await Screenshot("two-factor-on");
        await Me.CheckNarrow();
        await Me.Leave();
        await Me.SignIn(email, Walking.Password);
        Page.Url.ShouldNotContain("two-factor");

        var elsewhere = await NewVisitor();
        await SignInAgain(elsewhere, email);
        await elsewhere.Page.ClickAsync("main a[href*='way=Recovery']");
        await elsewhere.Page.Locator("#Input-Code[spellcheck]").WaitForAsync();
        await elsewhere.CheckAccess();
        await elsewhere.Screenshot("two-factor-recovery");
        await elsewhere.Page.FillAsync("#Input-Code", codes[0]);
        await elsewhere.Submit();
        await elsewhere.Page.WaitForURLAsync(url => !url.Contains("/account/two-factor/code", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_comes_by_mail()
    {
        var email = NewEmail();
        await Me.SignUp(Mailbox, email);
        await Open("/account/two-factor/mail");
        await CheckAccess();
        await Page.FillAsync("#Input-Password", Walking.Password);
        await Me.Submit();
        await Page.Locator(".recovery-codes code").First.WaitForAsync();

        await SignInAgain(Me, email);
        await Page.ClickAsync("form.other-way button[type=submit]");
        await Page.WaitForURLAsync("**sent=true**");
        await CheckAccess();
        await Screenshot("two-factor-mail");
        var mail = await Mailbox.LatestTo(email, mail => mail.Subject.Contains("Kód pro přihlášení", StringComparison.Ordinal));
        var code = mail.Text.Split('\n').Select(line => line.Replace(" ", "").Trim()).First(line => line.Length == 6 && line.All(char.IsAsciiDigit));
        await Page.FillAsync("#Input-Code", code);
        await Me.Submit();
        await Page.WaitForURLAsync(url => !url.Contains("/account/two-factor/code", StringComparison.Ordinal));
        await Open("/account/two-factor");
        Page.Url.ShouldEndWith("/account/two-factor");
    }

    private static async Task SignInAgain(Visitor visitor, string email)
    {
        await visitor.Leave();
        await visitor.SignIn(email, Walking.Password);
        await visitor.Page.WaitForURLAsync("**/account/two-factor/code**");
    }

    private static string CodeOf(byte[] key, int steps = 0) => new Totp(key).ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30 * steps));
}
