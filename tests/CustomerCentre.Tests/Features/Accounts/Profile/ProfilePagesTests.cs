using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts.Profile;

public sealed partial class ProfilePagesTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("/account/profile")]
    [InlineData("/account/sessions")]
    [InlineData("/account/change-password")]
    [InlineData("/account/change-email")]
    [InlineData("/account/confirm-new-email?token=x")]
    [InlineData("/account/close")]
    [InlineData("/account/closed")]
    [InlineData("/account/not-me?token=x")]
    public async Task Each_page_speaks_every_language(string path)
    {
        var browser = await portal.SignedIn($"{Guid.NewGuid():n}@example.cz");
        foreach (var language in (string[])["cs", "en", "sk"])
        {
            browser.Cookies["language"] = $"c={language}|uic={language}";
            var page = await browser.Get(path);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Heading.ShouldNotBeEmpty();
            page.Document.DocumentElement.GetAttribute("lang").ShouldBe(language);
        }
    }

    [Fact]
    public async Task The_pages_of_the_account_lead_to_each_other()
    {
        var browser = await portal.SignedIn("a@example.cz");
        var links = (await browser.Get("/account/sessions")).Document.QuerySelectorAll("nav.tabs a").Select(link => link.GetAttribute("href")).ToList();
        links.ShouldBe(["/account/profile", "/account/sessions", "/account/two-factor", "/account/passkeys", "/account/services", "/account/consents"]);
    }

    [Fact]
    public async Task Another_device_is_signed_out_from_the_list()
    {
        var here = await portal.SignedIn("b@example.cz");
        var there = portal.Browser();
        await there.SignIn("b@example.cz");
        var list = await here.Get("/account/sessions");
        var end = list.Document.QuerySelector("main .card a.button")!.GetAttribute("href")!;

        var done = await here.Post(await here.Get(end), "end");

        (await here.Get(done.Leads!)).Text.ShouldContain("Zařízení je odhlášené");
        (await there.Get("/account/profile")).Leads!.ShouldStartWith("/account/sign-in");
        (await here.Get("/account/profile")).Status.ShouldBe(HttpStatusCode.OK);
        (await here.Get(end)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Everywhere_else_is_signed_out_by_one_button()
    {
        var here = await portal.SignedIn("c@example.cz");
        var there = portal.Browser();
        await there.SignIn("c@example.cz");
        (await here.Post(await here.Get("/account/sessions"), "end-others")).Leads.ShouldBe("/account/sessions?ended=others");
        (await there.Get("/account/profile")).Leads!.ShouldStartWith("/account/sign-in");
        (await here.Get("/account/sessions")).Document.QuerySelector("input[value='end-others']").ShouldBeNull();
    }

    [Fact]
    public async Task A_chosen_language_holds_for_the_next_page()
    {
        var browser = await portal.SignedIn("d@example.cz");
        var saved = await browser.Post(await browser.Get("/account/profile"), "profile", ("Input.Language", "en"));
        var page = await browser.Get(saved.Leads!);
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.Document.QuerySelector("[role=status]").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_email_is_changed_by_the_pages_and_the_service_that_depends_on_it_is_named()
    {
        var browser = await portal.SignedIn("e@example.cz");
        var ask = await browser.Get("/account/change-email");
        ask.Text.ShouldContain("mPOHODA");
        await browser.Post(ask, "email", ("Input.Email", "e2@example.cz"), ("Input.Password", Portal.Password));

        var done = await browser.Post(await browser.Get(await Link("e2@example.cz", "/account/confirm-new-email")), "confirm-email");

        done.Leads.ShouldBe("/account/profile?done=email");
        (await browser.Get(done.Leads!)).Text.ShouldContain("e2@example.cz");
        var elsewhere = portal.Browser();
        var notMe = await elsewhere.Get(await Link("e@example.cz", "/account/not-me"));
        (await elsewhere.Post(notMe, "not-me")).Text.ShouldContain("Účet je zase jen váš");
        (await browser.Get("/account/profile")).Leads!.ShouldStartWith("/account/sign-in");
    }

    [Fact]
    public async Task A_closed_account_is_opened_again_by_signing_in()
    {
        var browser = await portal.SignedIn("f@example.cz");
        (await browser.Post(await browser.Get("/account/close"), "close", ("Input.Password", Portal.Password))).Leads.ShouldBe("/account/closed");
        (await browser.Get("/account/profile")).Leads!.ShouldStartWith("/account/sign-in");

        var led = (await browser.SignIn("f@example.cz", returnUrl: "/account/profile")).Leads!;
        led.ShouldStartWith("/account/reopen");
        (await browser.Get("/account/profile")).Leads!.ShouldStartWith("/account/sign-in");
        (await browser.Post(await browser.Get(led), "reopen")).Leads.ShouldBe("/account/profile");
        (await browser.Get("/account/profile")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_own_data_come_as_a_file_five_times_an_hour()
    {
        var browser = await portal.SignedIn("g@example.cz");
        var profile = await browser.Get("/account/profile");
        for (var i = 0; i < 5; i++)
        {
            var file = await browser.Post(profile, "/account/my-data");
            var data = JsonDocument.Parse(file.Html).RootElement;
            data.GetProperty("account").GetProperty("email").GetString().ShouldBe("g@example.cz");
            data.GetProperty("sessions").GetArrayLength().ShouldBe(1);
            data.GetProperty("events").EnumerateArray().Select(row => row.GetProperty("event").GetString()).ShouldContain("SignedIn");
            file.Html.ShouldNotContain("passwordHash");
        }

        (await browser.Get((await browser.Post(profile, "/account/my-data")).Leads!)).Text.ShouldContain("Zkuste to prosím za hodinu");
    }

    private async Task<string> Link(string email, string path)
    {
        var mails = (await portal.Db(db => db.Outbox.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken))).Where(mail => mail.To.Value == email && mail.Text!.Contains(path));
        return path + Token().Match(mails.OrderBy(mail => mail.Id).Last().Text!).Value;
    }

    [GeneratedRegex(@"\?token=\w+")]
    private static partial Regex Token();
}
