using CustomerCentre.Data;
using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Cookies;

public sealed class ConsentBarTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("cs", "Odmítnout", "Přijmout vše")]
    [InlineData("en", "Refuse", "Accept all")]
    [InlineData("sk", "Odmietnuť", "Prijať všetko")]
    public async Task It_asks_with_two_buttons_that_differ_in_nothing_but_the_word(string language, string refuse, string accept)
    {
        using var browser = portal.Browser(language);
        var bar = (await browser.Get("/")).Document.QuerySelector(".consent")!;
        var buttons = bar.QuerySelectorAll("button");
        buttons.Select(button => button.TextContent).ShouldBe([refuse, accept]);
        buttons.Select(button => button.ClassName).Distinct().ShouldHaveSingleItem();
        bar.QuerySelectorAll("input[type=checkbox]").ShouldBeEmpty();
    }

    [Fact]
    public async Task It_stands_on_every_page_but_the_one_about_cookies_until_somebody_answers()
    {
        using var browser = portal.Browser();
        foreach (var path in (string[])["/", "/privacy", "/account/sign-in", "/no-such-page"])
            Asks(await browser.Get(path)).ShouldBeTrue(path);
        Asks(await browser.Get("/cookies")).ShouldBeFalse();
        // Going on without an answer is no answer.
        Asks(await browser.Get("/")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("refuse")]
    [InlineData("accept")]
    public async Task After_an_answer_one_is_back_on_the_page_and_not_asked_for_six_months(string choice)
    {
        await using var own = new Portal();
        using var browser = own.Browser();
        var answer = await browser.Post(await browser.Get("/privacy?from=test"), "/cookies/choice", ("choice", choice));
        answer.Leads.ShouldBe("/privacy?from=test");
        Asks(await browser.Get("/privacy")).ShouldBeFalse();

        own.Time.Advance(TimeSpan.FromDays(180));
        Asks(await browser.Get("/")).ShouldBeFalse();
        own.Time.Advance(TimeSpan.FromDays(2));
        Asks(await browser.Get("/")).ShouldBeTrue();
    }

    [Fact]
    public async Task Another_text_asks_again_and_says_what_changed()
    {
        using var before = portal.Browser();
        await before.Post(await before.Get("/"), "/cookies/choice", ("choice", "accept"));

        await using var changed = new MeasuringPortal(portal,
            ("Consent:TextVersion", "2"), ("Consent:Changed:cs", "Přibyla statistika."), ("Consent:Changed:en", "Statistics were added."), ("Consent:Changed:sk", "Pribudla štatistika."));
        using var after = changed.Browser();
        after.Cookies["__Host-consent"] = before.Cookies["__Host-consent"];
        var page = await after.Get("/");
        page.Document.QuerySelector(".consent")!.TextContent.ShouldContain("Přibyla statistika.");
        page.Html.ShouldNotContain(MeasuringPortal.Statistics);
    }

    [Fact]
    public async Task It_leads_nobody_to_another_site()
    {
        using var browser = portal.Browser();
        (await browser.Post(await browser.Get("/"), "/cookies/choice", ("choice", "refuse"), ("returnUrl", "https://evil.example"))).Leads.ShouldBe("/cookies?result=saved");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Another_site_cannot_consent_in_somebodys_name(string header, string value)
    {
        var http = portal.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false, HandleCookies = false });
        http.DefaultRequestHeaders.Add(header, value);
        using var content = new FormUrlEncodedContent([new("choice", "accept")]);
        var answer = await http.PostAsync("/cookies/choice", content, TestContext.Current.CancellationToken);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        answer.Headers.Location!.ToString().ShouldBe("/cookies");
    }

    [Fact]
    public async Task Pages_of_who_has_not_chosen_or_refused_ask_the_database_nothing()
    {
        var commands = new CommandCount();
        await using var counted = portal.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.ConfigureDbContext<SqliteDb>(db => db.AddInterceptors(commands))));
        using var browser = new Browser(counted.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false, HandleCookies = false }), "cs");
        // The first page of all reads the keys that protect forms.
        await browser.Get("/");
        var begun = commands.Sent;
        var home = await browser.Get("/");
        commands.Sent.ShouldBe(begun);

        await browser.Post(home, "/cookies/choice", ("choice", "refuse"));
        var chosen = commands.Sent;
        chosen.ShouldBeGreaterThan(begun);
        await browser.Get("/");
        commands.Sent.ShouldBe(chosen);
    }

    private static bool Asks(WebPage page) => page.Document.QuerySelector(".consent") is not null;
}
