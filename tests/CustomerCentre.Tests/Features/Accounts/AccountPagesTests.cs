using System.Net;
using System.Text.RegularExpressions;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts;

public sealed partial class AccountPagesTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/sign-up")]
    [InlineData("/account/check-mail")]
    [InlineData("/account/confirm-email?token=x")]
    [InlineData("/account/forgotten-password")]
    [InlineData("/account/reset-password?token=x")]
    [InlineData("/account/invitation?token=x")]
    public async Task Each_page_is_static_in_every_language(string path)
    {
        foreach (var language in (string[])["cs", "en", "sk"])
        {
            var page = await portal.Browser(language).Get(path);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Heading.ShouldNotBeEmpty();
            page.Html.ShouldNotContain("\"type\":\"server\"");
        }
    }

    [Fact]
    public async Task A_person_signs_up_confirms_in_the_same_browser_and_goes_on()
    {
        var browser = portal.Browser();
        var sent = await SignUp(browser, "eva@example.cz", "/account/sign-up?returnUrl=%2Faccount%2Fprofile");
        sent.Leads.ShouldBe("/account/check-mail");
        sent.SetCookies.ShouldContain(cookie => cookie.StartsWith("__Host-signup=", StringComparison.Ordinal) && cookie.Contains("httponly") && cookie.Contains("secure") && cookie.Contains("samesite=lax"));
        (await browser.Get("/account/check-mail")).Text.ShouldContain("eva@example.cz");

        var confirm = await browser.Get(await Link("eva@example.cz"));
        confirm.Document.QuerySelector("input[type=password]").ShouldBeNull();
        (await browser.Post(confirm, "confirm")).Leads.ShouldBe("/account/profile");
        (await browser.Get("/account/profile")).Text.ShouldContain("eva@example.cz");
        browser.Cookies.Keys.ShouldNotContain("__Host-signup");
    }

    [Fact]
    public async Task Another_browser_asks_for_the_password_and_then_signs_in()
    {
        await SignUp(portal.Browser(), "iva@example.cz");
        var phone = portal.Browser();
        var confirm = await phone.Get(await Link("iva@example.cz"));
        var late = portal.Browser();
        var lateConfirm = await late.Get(confirm.Address);
        var wrong = await phone.Post(confirm, "confirm", ("Input.Password", "zelená lokomotiva v poli"));
        wrong.Text.ShouldContain("Tohle není heslo");
        (await phone.Post(wrong, "confirm", ("Input.Password", Portal.Password))).Leads.ShouldBe("/onboarding");
        (await phone.Get(confirm.Address)).Heading.ShouldBe("Účet už máte");

        var used = await late.Post(lateConfirm, "confirm", ("Input.Password", Portal.Password));
        (used.Heading, used.Leads).ShouldBe(("Účet už máte", null));
    }

    [Fact]
    public async Task A_known_and_an_unknown_email_see_the_same_page()
    {
        await portal.Account("olga@example.cz");
        var (known, unknown) = (portal.Browser(), portal.Browser());
        (await SignUp(known, "olga@example.cz")).Leads.ShouldBe((await SignUp(unknown, "nova@example.cz")).Leads);
        var (first, second) = (await known.Get("/account/check-mail"), await unknown.Get("/account/check-mail"));
        first.Document.QuerySelector("main")!.TextContent.Replace("olga@", "nova@").ShouldBe(second.Document.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_mistyped_email_is_corrected_on_the_page()
    {
        var browser = portal.Browser();
        await SignUp(browser, "pvel@example.cz");
        var again = await browser.Post(await browser.Get("/account/check-mail"), "resend", ("Input.Email", "pavel@example.cz"));
        again.Text.ShouldContain("Zprávu jsme poslali znovu");
        again.Text.ShouldContain("pavel@example.cz");
        (await browser.Post(await browser.Get(await Link("pavel@example.cz")), "confirm")).Leads.ShouldBe("/onboarding");
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_and_signs_out_elsewhere()
    {
        var elsewhere = await portal.SignedIn("rita@example.cz");
        var browser = portal.Browser();
        var asked = await browser.Post(await browser.Get("/account/forgotten-password"), "forgotten", ("Input.Email", "rita@example.cz"));
        asked.Text.ShouldContain("zprávu s dalším postupem");

        var slow = portal.Browser();
        var late = await slow.Get(await Link("rita@example.cz"));
        var reset = await browser.Get(late.Address);
        var weak = await browser.Post(reset, "reset", ("Input.Password", "stormware a kolotoč"));
        weak.Text.ShouldContain("náš název");
        (await browser.Post(weak, "reset", ("Input.Password", "zelená lokomotiva v poli"))).Leads.ShouldBe("/");
        (await browser.Get("/account/profile")).Status.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.Get("/account/profile")).Leads!.ShouldStartWith("/account/sign-in");

        (await slow.Post(late, "reset", ("Input.Password", "modrá lokomotiva v poli"))).Text.ShouldContain("už bylo heslo nastaveno");
    }

    [Fact]
    public async Task A_profile_is_changed_and_the_bar_shows_the_new_name()
    {
        var browser = await portal.SignedIn("dana@example.cz");
        var saved = await browser.Post(await browser.Get("/account/profile"), "profile", ("Input.Name", "Dana Dlouhá"), ("Input.Language", "sk"));
        (await browser.Get(saved.Leads!)).Text.ShouldContain("Zmeny sú uložené");
        (await browser.Get("/account/profile")).Document.QuerySelector(".menu-name")!.TextContent.ShouldBe("Dana Dlouhá");
    }

    private static async Task<WebPage> SignUp(Browser browser, string email, string path = "/account/sign-up") =>
        await browser.Post(await browser.Get(path), "sign-up", ("Input.Email", email), ("Input.Password", Portal.Password));

    private async Task<string> Link(string email)
    {
        var mails = await portal.Db(db => db.Outbox.AsNoTracking().ToListAsync());
        return mails.Where(mail => mail.To.Value == email).Select(mail => Path().Match(mail.Text!)).Last(match => match.Success).Value;
    }

    [GeneratedRegex(@"/account/[a-z-]+\?token=\w+")]
    private static partial Regex Path();
}
