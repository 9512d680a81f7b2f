using System.Text.RegularExpressions;

namespace CustomerCentre.EndToEnd.Journeys;

/// <summary>People of the demo worlds who are known in the old services and come for the first time.</summary>
public sealed partial class OldPasswordTests(Portal portal) : Journey(portal)
{
    [Fact]
    public async Task A_password_of_the_old_centre_opens_the_company_and_the_one_of_the_shop_dies()
    {
        const string email = "puvodni@example.cz";
        await Open("/account/sign-in");
        await CheckAccess();
        await Screenshot("sign-in");
        await Me.SignIn(email, "lampa-u-stareho-okna");
        await Page.WaitForURLAsync("**/companies/5000001233/**");

        var receipt = await Mailbox.LatestTo(email);
        receipt.Subject.ShouldContain("vaše služby jsou spojené");
        receipt.Text.ShouldContain("Zákaznické centrum, E-shop");
        receipt.Text.ShouldContain("Platí heslo, které jste dosud měli ve službě Zákaznické centrum.");
        receipt.Text.ShouldNotContain("lampa-u-stareho-okna");

        var other = await NewVisitor();
        await other.Open("/account/sign-in");
        await other.Page.FillAsync("#Input-Email", email);
        await other.Page.FillAsync("#Input-Password", "kosik-plny-cervenych-jablek");
        await other.Submit();
        await other.Page.Locator("main [role=alert], main .error-summary").First.WaitForAsync();
        await other.SignIn(email, "lampa-u-stareho-okna");
    }

    [Fact]
    public async Task A_person_who_had_another_email_is_led_to_prove_both()
    {
        await Me.SignIn("navstevnik@example.cz");
        await Open("/account/join");
        await CheckAccess();
        await Screenshot("join");
        await Page.FillAsync("#Input-Email", NewEmail("stary"));
        await Me.Submit();
        await Page.WaitForURLAsync(JoinAddress());
        await CheckAccess();
        await Page.FillAsync("#Input-OwnPassword", Walking.DemoPassword);
        await Page.FillAsync("#Input-OtherPassword", "000000");
        await Me.Submit();
        await Page.Locator("main [role=alert], main .error-summary").First.WaitForAsync();
        await Screenshot("join-proof");
    }

    [Fact]
    public async Task A_password_whose_service_never_confirmed_the_email_asks_for_a_mailed_code()
    {
        const string email = "synchronizace@example.cz";
        await Me.SignIn(email, "ranni-mlha-nad-rekou");
        await Page.WaitForURLAsync("**/account/mailed-code**");
        await CheckAccess();
        await Screenshot("mailed-code");
        var mail = await Mailbox.LatestTo(email, mail => Digits().IsMatch(mail.Text));
        var code = Digits().Match(mail.Text).Value;

        await Page.FillAsync("#Input-Code", code == "000 000" ? "111111" : "000000");
        await Me.Submit();
        await Page.Locator("main [role=alert], main .error-summary").First.WaitForAsync();
        await Screenshot("mailed-code-wrong");
        await Page.FillAsync("#Input-Code", code);
        await Me.Submit();
        await Page.WaitForURLAsync(url => !url.Contains("/account/", StringComparison.Ordinal));

        (await Mailbox.LatestTo(email, mail => !Digits().IsMatch(mail.Text))).Text.ShouldContain("mPOHODA");
        await Page.Locator("header details summary").Last.ClickAsync();
        await Page.Locator("form[action='/account/sign-out'] button").ClickAsync();
        await Page.WaitForURLAsync(url => url.EndsWith('/'));
        await Me.SignIn(email, "ranni-mlha-nad-rekou");
        Page.Url.ShouldNotContain("mailed-code");
    }

    [Fact]
    public async Task A_password_that_is_too_weak_here_is_changed_on_the_way_in()
    {
        const string email = "slaba@example.cz";
        await Me.SignIn(email, "slunicko");
        await Page.WaitForURLAsync("**/account/new-password**");
        await Me.FitsEveryLanguage("new-password");
        await Page.FillAsync("#Input-Password", "slunicko2026");
        await Me.Submit();
        await Page.Locator("main [role=alert], main .error-summary").First.WaitForAsync();
        await CheckAccess();
        await Screenshot("new-password-weak");
        await Open("/companies");
        Page.Url.ShouldContain("/account/sign-in", customMessage: "the weak one alone opens nothing");

        await Me.SignIn(email, "slunicko");
        await Page.FillAsync("#Input-Password", Walking.Password);
        await Me.Submit();
        await Page.WaitForURLAsync(url => !url.Contains("/account/", StringComparison.Ordinal));

        var later = await NewVisitor();
        await later.SignIn(email, Walking.Password);
        await later.Open("/account/profile");
        later.Page.Url.ShouldEndWith("/account/profile");
    }

    [GeneratedRegex("/account/join/[0-9a-f-]{36}")]
    private static partial Regex JoinAddress();

    [GeneratedRegex(@"\b\d{3} \d{3}\b(?=\.)")]
    private static partial Regex Digits();
}
