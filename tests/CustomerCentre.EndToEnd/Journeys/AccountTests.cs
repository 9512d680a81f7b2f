namespace CustomerCentre.EndToEnd.Journeys;

public sealed class AccountTests(Portal portal) : Journey(portal)
{
    [Fact]
    public async Task A_visitor_signs_up_confirms_by_mail_signs_out_and_in_again()
    {
        var email = NewEmail();
        await Open("/");
        await CheckAccess();
        await Screenshot("home");
        await Me.SignUp(Mailbox, email);
        await Me.AtStep("start");

        await Page.Locator("header details summary").Last.ClickAsync();
        await Page.Locator("form[action='/account/sign-out'] button").ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/onboarding", StringComparison.Ordinal));
        await Open("/onboarding/start");
        Page.Url.ShouldContain("/account/sign-in");
        await Page.FillAsync("#Input-Email", email);
        await Page.FillAsync("#Input-Password", Walking.Password);
        await Me.Submit();
        await Me.AtStep("start");
    }

    [Fact]
    public async Task A_mistyped_address_is_corrected_and_the_old_link_is_worth_nothing()
    {
        var (wrong, right) = (NewEmail("jnaa"), NewEmail("jana"));
        await Open("/account/sign-up");
        await CheckAccess();
        await Screenshot("sign-up");
        await Page.FillAsync("#Input-Email", wrong);
        await Page.FillAsync("#Input-Password", Walking.Password);
        await Me.Submit();
        await Page.WaitForURLAsync("**/account/check-mail**");
        await CheckAccess();
        await Screenshot("check-mail");
        var old = await Mailbox.LinkFor(wrong, "/account/confirm-email");

        await Page.FillAsync("#Input-Email", right);
        await Page.ClickAsync("main form button[type=submit]");
        var link = await Mailbox.LinkFor(right, "/account/confirm-email");
        await Open(old);
        await Page.Locator("main h1").WaitForAsync();
        (await Page.Locator("main form button[type=submit]").CountAsync()).ShouldBe(0);
        await Open(link);
        await CheckAccess();
        await Me.Submit();
        await Me.AtStep("start");
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_mail_and_the_link_works_once()
    {
        var email = NewEmail();
        await Me.SignUp(Mailbox, email);
        var other = await NewVisitor();
        await other.Open("/account/forgotten-password");
        await other.CheckAccess();
        await other.Page.FillAsync("#Input-Email", email);
        await other.Submit();
        var link = await Mailbox.LinkFor(email, "/account/reset-password");
        await other.Open(link);
        await other.CheckAccess();
        await other.Page.FillAsync("#Input-Password", "zelený vlak jede lesem");
        await other.Submit();
        await other.Page.WaitForURLAsync(url => !url.Contains("reset-password", StringComparison.Ordinal));

        await Open("/onboarding");
        Page.Url.ShouldContain("/account/sign-in", customMessage: "every other device is signed out");
        await Open(link);
        (await Page.Locator("main input[type=password]").CountAsync()).ShouldBe(0);
        await Screenshot("reset-used");
    }

    [Theory]
    [InlineData("cs-CZ")]
    [InlineData("en-GB")]
    [InlineData("sk-SK")]
    public async Task Nobody_learns_from_the_sign_in_page_who_has_an_account(string locale)
    {
        var visitor = await NewVisitor(locale);
        var known = await Refusal(visitor, "firma@example.cz");
        var unknown = await Refusal(visitor, NewEmail("nikdo"));
        known.ShouldBe(unknown);
        await visitor.CheckAccess();
        await visitor.Screenshot($"sign-in-refused-{locale[..2]}");
    }

    private static async Task<string> Refusal(Visitor visitor, string email)
    {
        await visitor.Open("/account/sign-in");
        await visitor.Page.FillAsync("#Input-Email", email);
        await visitor.Page.FillAsync("#Input-Password", "toto heslo tu nikdo nemá");
        await visitor.Submit();
        var summary = visitor.Page.Locator("main [role=alert], main .error-summary").First;
        await summary.WaitForAsync();
        return await summary.InnerTextAsync();
    }
}
