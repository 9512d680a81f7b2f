using System.Net;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts;

public sealed class SignInPageTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_page_behind_a_sign_in_leads_there_and_back_until_the_person_signs_out()
    {
        await portal.Account("a@example.cz");
        var browser = portal.Browser();
        var led = (await browser.Get("/account/profile")).Leads!;
        led.ShouldBe("/account/sign-in?returnUrl=%2Faccount%2Fprofile");
        (await browser.SignIn("a@example.cz", returnUrl: "/account/profile")).Leads.ShouldBe("/account/profile");

        var profile = await browser.Get("/account/profile");
        profile.Status.ShouldBe(HttpStatusCode.OK);
        var session = new Dictionary<string, string>(browser.Cookies);
        (await browser.Post(profile, "/account/sign-out")).Leads.ShouldBe("/");
        (await browser.Get("/account/profile")).Leads!.ShouldStartWith("/account/sign-in");

        // The cookie that was copied before is worth nothing either.
        foreach (var (name, value) in session)
            browser.Cookies[name] = value;
        (await browser.Get("/account/profile")).Leads!.ShouldStartWith("/account/sign-in");
    }

    [Fact]
    public async Task The_cookie_is_bound_to_this_host_and_hidden_from_scripts()
    {
        await portal.Account("b@example.cz");
        var answer = await portal.Browser().SignIn("b@example.cz");
        var cookie = answer.SetCookies.Single(cookie => cookie.StartsWith("__Host-session=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldContain("; path=/;");
        cookie.ShouldContain("; secure");
        cookie.ShouldContain("; samesite=lax");
        cookie.ShouldContain("; httponly");
        cookie.ShouldNotContain("expires=");
        cookie.ShouldNotContain("domain=");
    }

    [Fact]
    public async Task A_sign_in_lasts_eight_hours_after_the_last_visit_and_thirty_days_when_asked()
    {
        using var own = new Portal();
        await own.Account();
        var (brief, lasting) = (own.Browser(), own.Browser());
        await brief.SignIn("jana@example.cz");
        (await lasting.SignIn("jana@example.cz", more: ("Input.Stay", "true"))).SetCookies.ShouldContain(cookie => cookie.StartsWith("__Host-session=", StringComparison.Ordinal) && cookie.Contains("expires="));

        for (var hours = 0; hours < 12; hours += 6)
        {
            own.Time.Advance(TimeSpan.FromHours(6));
            (await brief.Get("/account/profile")).Status.ShouldBe(HttpStatusCode.OK);
        }

        own.Time.Advance(TimeSpan.FromHours(9));
        (await brief.Get("/account/profile")).Status.ShouldBe(HttpStatusCode.Redirect);
        own.Time.Advance(TimeSpan.FromDays(28));
        (await lasting.Get("/account/profile")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_way_back_to_another_site_is_not_taken(string returnUrl)
    {
        await portal.Account($"{Guid.NewGuid():n}@example.cz");
        var email = $"{Guid.NewGuid():n}@example.cz";
        await portal.Account(email);
        (await portal.Browser().SignIn(email, returnUrl: returnUrl)).Leads.ShouldBe("/");
    }

    [Fact]
    public async Task A_form_that_went_stale_is_refused_with_a_sentence_and_keeps_what_was_typed()
    {
        await portal.Account("c@example.cz");
        var browser = portal.Browser();
        var page = await browser.Get("/account/sign-in");
        browser.Cookies.Remove("__Host-antiforgery");
        var refused = await browser.Post(page, "sign-in", ("Input.Email", "c@example.cz"), ("Input.Password", Portal.Password));

        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.Text.ShouldContain("otevřená ještě před přihlášením");
        refused.Html.ShouldContain("value=\"c@example.cz\"");
        refused.Html.ShouldNotContain(Portal.Password);
        browser.Cookies.Keys.ShouldNotContain("__Host-session");
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_a_forged_post()
    {
        var browser = await portal.SignedIn("d@example.cz");
        var page = await browser.Get("/account/profile");
        (await browser.Post(page, "/account/sign-out", ("__RequestVerificationToken", "forged"))).Leads.ShouldBe("/account/profile");
        (await browser.Get("/account/profile")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_ended_elsewhere_ends_here_at_the_next_page()
    {
        var browser = await portal.SignedIn("e@example.cz");
        await portal.Db(db => db.Sessions.Where(s => db.Users.Any(a => a.Id == s.AccountId && a.Email == "e@example.cz"))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, portal.Time.GetUtcNow())));
        (await browser.Get("/account/profile")).Leads!.ShouldStartWith("/account/sign-in");
        browser.Cookies.Keys.ShouldNotContain("__Host-session");
    }

    [Fact]
    public async Task A_wrong_password_is_one_sentence_for_everybody()
    {
        await portal.Account("f@example.cz");
        var known = await portal.Browser().SignIn("f@example.cz", "špatné heslo z kopce");
        var unknown = await portal.Browser().SignIn("nikdo@example.cz", "špatné heslo z kopce");
        known.Document.QuerySelector(".summary")!.TextContent.ShouldBe(unknown.Document.QuerySelector(".summary")!.TextContent);
        known.Document.Title!.ShouldStartWith("Chyba:");
    }

    [Fact]
    public async Task A_megabyte_for_a_password_is_refused_plainly() =>
        (await portal.Browser().SignIn("g@example.cz", new string('x', 1 << 20))).Text.ShouldContain("nejvýš 128 znaků");

    [Fact]
    public async Task Whoever_is_signed_in_is_sent_on()
    {
        var browser = await portal.SignedIn("h@example.cz");
        (await browser.Get("/account/sign-in?returnUrl=%2Faccount%2Fprofile")).Leads.ShouldBe("/account/profile");
        (await browser.Get("/account/sign-up")).Leads.ShouldBe("/");
    }

    [Fact]
    public async Task The_session_remembers_the_browser()
    {
        await portal.SignedIn("i@example.cz");
        var session = await portal.Db(db => db.Sessions.Where(s => db.Users.Any(a => a.Id == s.AccountId && a.Email == "i@example.cz")).SingleAsync());
        session.Device.Length.ShouldBeLessThanOrEqualTo(Session.DeviceMaxLength);
        session.EndedAt.ShouldBeNull();
    }
}
