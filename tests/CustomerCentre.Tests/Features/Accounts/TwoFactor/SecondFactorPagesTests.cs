using CustomerCentre.Tests.Running;
using OtpNet;

namespace CustomerCentre.Tests.Features.Accounts.TwoFactor;

public sealed class SecondFactorPagesTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task An_app_is_set_up_codes_are_shown_once_and_the_next_sign_in_asks()
    {
        using var browser = await portal.SignedIn("f1@example.cz");
        var (key, shown) = await TurnAppOn(browser);
        shown.Document.QuerySelectorAll(".recovery-codes code").Length.ShouldBe(10);
        (await browser.Get("/account/two-factor")).Text.ShouldContain("Zbývá 10 kódů");

        using var other = portal.Browser();
        var led = (await other.SignIn("f1@example.cz", returnUrl: "/account/two-factor")).Leads!;
        led.ShouldBe("/account/two-factor/code?returnUrl=%2Faccount%2Ftwo-factor");
        other.Cookies.Keys.ShouldNotContain("__Host-session");
        var page = await other.Get(led);
        (await other.Post(page, "second-factor", ("Input.Code", "12"))).Text.ShouldContain("šest číslic");
        portal.Time.Advance(TimeSpan.FromSeconds(30));
        var done = await other.Post(page, "second-factor", ("Input.Code", CodeOf(key)), ("Input.Trust", "true"));
        done.Leads.ShouldBe("/account/two-factor");
        other.Cookies.Keys.ShouldNotContain("__Host-signing-in");
        var cookie = done.SetCookies.Single(set => set.StartsWith("__Host-trusted-browser=", StringComparison.Ordinal)).ToLowerInvariant();
        foreach (var part in new[] { "; max-age=2592000", "; path=/", "; secure", "; samesite=lax", "; httponly" })
            cookie.ShouldContain(part);

        (await other.Get("/account/two-factor")).Text.ShouldContain("Tento prohlížeč");
        other.Cookies.Remove("__Host-session");
        (await other.SignIn("f1@example.cz")).Leads.ShouldBe("/");
    }

    [Fact]
    public async Task A_code_is_mailed_on_request_and_another_way_can_be_chosen()
    {
        using var browser = await portal.SignedIn("f2@example.cz");
        await browser.Post(await browser.Get("/account/two-factor/mail"), "mail", ("Input.Password", Portal.Password));
        using var other = portal.Browser();
        var page = await other.Get((await other.SignIn("f2@example.cz")).Leads!);
        page.Text.ShouldContain("f…@example.cz");
        page.Text.ShouldNotContain("f2@example.cz");
        var sent = (await other.Post(page, "mail-code")).Leads!;
        sent.ShouldBe("/account/two-factor/code?way=Mail&sent=true");
        (await other.Get(sent)).Text.ShouldContain("Kód jsme poslali");
        (await other.Get("/account/two-factor/code?way=Recovery")).Text.ShouldContain("Dvanáct znaků");
    }

    [Fact]
    public async Task Without_a_pending_sign_in_the_step_leads_to_the_beginning()
    {
        using var browser = portal.Browser();
        (await browser.Get("/account/two-factor/code?returnUrl=%2Flicences")).Leads.ShouldBe("/account/sign-in?returnUrl=%2Flicences");
        (await browser.Get("/account/two-factor/code?returnUrl=%2F%2Fevil.example")).Leads.ShouldBe("/account/sign-in");
    }

    [Fact]
    public async Task A_trusted_browser_is_ended_on_the_page()
    {
        using var browser = await portal.SignedIn("f3@example.cz");
        var (key, _) = await TurnAppOn(browser);
        using var other = portal.Browser();
        var page = await other.Get((await other.SignIn("f3@example.cz")).Leads!);
        portal.Time.Advance(TimeSpan.FromSeconds(30));
        await other.Post(page, "second-factor", ("Input.Code", CodeOf(key)), ("Input.Trust", "true"));
        var list = await browser.Get("/account/two-factor");
        var id = list.Document.QuerySelector("button[name='Input.Id']")!.GetAttribute("value")!;
        (await browser.Post(list, "trusted-browsers", ("Input.Id", id))).Leads.ShouldBe("/account/two-factor");
        (await browser.Get("/account/two-factor")).Text.ShouldContain("nedůvěřujete žádnému");
    }

    [Fact]
    public async Task A_factor_is_turned_off_with_the_password()
    {
        using var browser = await portal.SignedIn("f4@example.cz");
        await TurnAppOn(browser);
        (await browser.Post(await browser.Get("/account/two-factor/off?way=App"), "off", ("Input.Password", "špatné heslo z kopce"))).Text.ShouldContain("Heslo nesouhlasí");
        (await browser.Post(await browser.Get("/account/two-factor/off?way=App"), "off", ("Input.Password", Portal.Password))).Leads.ShouldBe("/account/two-factor?changed=true");
        (await portal.Browser().SignIn("f4@example.cz")).Leads.ShouldBe("/");
    }

    private async Task<(byte[] Key, WebPage Shown)> TurnAppOn(Browser browser)
    {
        var page = await browser.Get("/account/two-factor/app");
        var key = Base32Encoding.ToBytes(page.Document.QuerySelector(".key-shown code")!.TextContent.Replace(" ", ""));
        return (key, await browser.Post(page, "app", ("Input.Code", CodeOf(key)), ("Input.Password", Portal.Password)));
    }

    private string CodeOf(byte[] key) => new Totp(key).ComputeTotp(portal.Time.GetUtcNow().UtcDateTime);
}
