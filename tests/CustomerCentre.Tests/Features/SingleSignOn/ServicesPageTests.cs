using System.Net;
using CustomerCentre.Shell;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.SingleSignOn;

public sealed class ServicesPageTests
{
    [Fact]
    public async Task Every_service_stands_there_with_the_time_it_was_used()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        await world.Shop.SignIn(browser);

        var page = await browser.Get("/account/services");
        page.Document.QuerySelectorAll(".service h2").Length.ShouldBe(4);
        var shop = page.Document.QuerySelectorAll(".service")[0];
        shop.TextContent.ShouldContain("E-shop");
        shop.TextContent.ShouldContain("Naposledy 10. 11. 2026 v 12:00");
        shop.QuerySelector("a[href='https://eshop.example/']").ShouldNotBeNull();
        page.Document.QuerySelectorAll("a[href^='/account/services/']").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_service_is_known_by_its_logo_and_without_one_by_its_letter()
    {
        await using var world = new ServicePortal(settings: ("Operator:Services:mpohoda:Logo", null));
        using var browser = await world.Portal.SignedIn();

        var services = (await browser.Get("/account/services")).Document.QuerySelectorAll(".service");
        services.Single(service => service.TextContent.Contains("mPOHODA", StringComparison.Ordinal)).QuerySelector("span.service-mark")!.TextContent.ShouldBe("m");
        var logos = services.Select(service => service.QuerySelector("img.service-mark")?.GetAttribute("src")).OfType<string>().ToList();
        logos.Count.ShouldBe(3);
        foreach (var logo in logos)
            (await browser.Get($"/{logo}")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.Get((await browser.Get(world.Till.Request())).Leads!)).Document.QuerySelector("form img.service-mark[alt='']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("logos/eshop.svg", true)]
    [InlineData("eshop.png", true)]
    [InlineData("https://elsewhere.example/eshop.svg", false)]
    [InlineData("//elsewhere.example/eshop.svg", false)]
    [InlineData("/logos/eshop.svg", false)]
    [InlineData("../appsettings.json", false)]
    [InlineData("logos/../../eshop.svg", false)]
    public void A_logo_is_a_picture_of_our_own(string logo, bool isTaken) => (new OperatorService { Name = "E-shop", Logo = logo }.Problem(isTrial: false) is null).ShouldBe(isTaken);

    [Fact]
    public async Task Cutting_off_voids_what_the_service_holds_and_tells_it()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var (tokens, other) = (await world.Shop.SignIn(browser), await world.Mpohoda.SignIn(browser));
        var code = await world.Shop.Code(browser);

        var page = await browser.Get("/account/services/eshop");
        page.Heading.ShouldBe("Odpojit službu E-shop?");
        (await browser.Post(page, "cut-off")).Leads.ShouldBe("/account/services");

        (await world.Shop.UserInfo(tokens.Access)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Service.ErrorOf(await world.Shop.Refresh(tokens.Refresh!))).ShouldBe("invalid_grant");
        (await Service.ErrorOf(await world.Shop.Exchange(code))).ShouldBe("invalid_grant");
        (await world.Mpohoda.UserInfo(other.Access)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.Get("/account/services")).Document.QuerySelector("a[href='/account/services/eshop']").ShouldBeNull();
        await world.Deliver();
        world.News.Got.ShouldHaveSingleItem().Address.ShouldStartWith("https://eshop.example");
    }

    [Fact]
    public async Task Cutting_off_takes_the_consent_back_and_one_may_come_again()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var asked = await browser.Get(world.Till.Request());
        var agreed = await browser.Post(await browser.Get(asked.Leads!), "consent", ("Input.Agrees", "true"));
        await browser.Get(agreed.Leads!);

        await browser.Post(await browser.Get("/account/services/mkasa"), "cut-off");
        world.Till.Back(await browser.Get(world.Till.Request(("prompt", "none"))))["error"].ShouldBe("consent_required");
        (await world.Shop.Code(browser)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_consent_can_be_taken_back_after_its_visits_are_forgotten()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var asked = await browser.Get(world.Till.Request());
        var agreed = await browser.Post(await browser.Get(asked.Leads!), "consent", ("Input.Agrees", "true"));
        await browser.Get(agreed.Leads!);
        await world.Portal.Db(db => db.ServiceVisits.ExecuteDeleteAsync());

        var page = await browser.Get("/account/services");
        page.Document.QuerySelector("a[href='/account/services/mkasa']").ShouldNotBeNull();
        page.Text.ShouldContain("smí vás znát");
        await browser.Post(await browser.Get("/account/services/mkasa"), "cut-off");

        world.Till.Back(await browser.Get(world.Till.Request(("prompt", "none"))))["error"].ShouldBe("consent_required");
        (await browser.Get("/account/services")).Document.QuerySelector("a[href='/account/services/mkasa']").ShouldBeNull();
        (await world.Portal.Db(db => db.Audit.CountAsync(entry => entry.Event == "ServiceCutOff"))).ShouldBe(1);
    }

    [Fact]
    public async Task Only_ones_own_visits_are_cut_off()
    {
        await using var world = new ServicePortal();
        using var eva = await world.Portal.SignedIn("eva@example.cz");
        using var jana = await world.Portal.SignedIn();
        var hers = await world.Shop.SignIn(eva);
        await world.Shop.SignIn(jana);

        await jana.Post(await jana.Get("/account/services/eshop"), "cut-off");
        (await world.Shop.UserInfo(hers.Access)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await world.Portal.Db(db => db.ServiceVisits.CountAsync(visit => visit.EndedAt == null))).ShouldBe(1);
        (await jana.Get("/account/services/unknown")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_sign_up_begun_at_a_service_returns_there_and_not_to_the_wizard()
    {
        await using var world = new ServicePortal();
        using var browser = world.Portal.Browser();
        var signIn = await browser.Get((await browser.Get(world.Shop.Request())).Leads!);
        var signUp = await browser.Get(signIn.Document.QuerySelector("main a[href^='/account/sign-up?']")!.GetAttribute("href")!);
        await browser.Post(signUp, "sign-up", ("Input.Email", "nova@example.cz"), ("Input.Password", Portal.Password));

        var mail = await world.Portal.Db(db => db.Outbox.SingleAsync(mail => mail.Kind == "ConfirmEmail"));
        var link = new Uri(mail.Text!.Split('\n').Single(line => line.StartsWith("https://localhost/account/confirm-email", StringComparison.Ordinal))).PathAndQuery;
        var confirmed = await browser.Post(await browser.Get(link), "confirm");
        confirmed.Leads.ShouldBe("/connect/start/eshop");
        (await browser.Get(confirmed.Leads!)).Leads.ShouldBe("https://eshop.example/");
        (await browser.Get("/connect/start/unknown")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
