using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.SingleSignOn;

public sealed class SignOutTests
{
    [Fact]
    public async Task A_service_signs_its_person_out_everywhere_and_gets_them_back()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await world.Shop.SignIn(browser);
        await world.Mpohoda.SignIn(browser);

        var left = await browser.Get(Request(("id_token_hint", tokens.Id), ("post_logout_redirect_uri", world.Shop.PostLogout), ("state", "s1")));
        left.Leads.ShouldBe(world.Shop.PostLogout + "?state=s1");
        (await browser.Get("/account/profile")).Leads!.ShouldStartWith("/account/sign-in");
        (await world.Deliver()).ShouldBe(2);
        world.News.Got.Select(news => news.Address).ShouldBe(["https://eshop.example/signed-out-elsewhere", "https://mpohoda.example/signed-out-elsewhere"], ignoreOrder: true);
    }

    [Fact]
    public async Task Without_a_hint_the_person_is_asked()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        await world.Shop.SignIn(browser);

        var asked = await browser.Get(Request(("client_id", "eshop"), ("post_logout_redirect_uri", world.Shop.PostLogout)));
        asked.Leads!.ShouldStartWith("/connect/leave?returnUrl=");
        var page = await browser.Get(asked.Leads!);
        page.Heading.ShouldBe("Odhlásit se všude?");
        (await browser.Get("/account/profile")).Leads.ShouldBeNull();

        var agreed = await browser.Post(page, "leave");
        (await browser.Get(agreed.Leads!)).Leads.ShouldBe(world.Shop.PostLogout);
        (await browser.Get("/account/profile")).Leads.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_hint_about_another_person_asks_too()
    {
        await using var world = new ServicePortal();
        using var eva = await world.Portal.SignedIn("eva@example.cz");
        using var jana = await world.Portal.SignedIn();
        var hers = (await world.Shop.SignIn(eva)).Id;

        (await jana.Get(Request(("id_token_hint", hers)))).Leads!.ShouldStartWith("/connect/leave");
        (await jana.Get("/account/profile")).Leads.ShouldBeNull();
    }

    [Fact]
    public async Task Without_an_address_it_ends_here()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await world.Shop.SignIn(browser);
        (await browser.Get(Request(("id_token_hint", tokens.Id)))).Leads.ShouldBe("/");
        (await browser.Get(Request())).Leads.ShouldBe("/");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://eshop.example/signed-out/more")]
    [InlineData("https://mpohoda.example/signed-out")]
    public async Task Nobody_is_sent_elsewhere(string address)
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await world.Shop.SignIn(browser);
        (await browser.Get(Request(("id_token_hint", tokens.Id), ("post_logout_redirect_uri", address)))).Leads.ShouldBe("/connect/problem?leaving=true");
        (await browser.Get("/account/profile")).Leads.ShouldBeNull();
    }

    [Fact]
    public async Task An_altered_hint_is_none_and_an_expired_one_is_good()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await world.Shop.SignIn(browser);
        var parts = tokens.Id!.Split('.');
        foreach (var wrong in (string[])[$"{parts[0]}.{parts[1]}.{parts[2][..^4]}AAAA", tokens.Access, "x"])
            (await browser.Get(Request(("id_token_hint", wrong)))).Leads!.ShouldStartWith("/connect/leave");
        (await browser.Get("/account/profile")).Leads.ShouldBeNull();

        world.Portal.Time.Advance(TimeSpan.FromHours(1));
        (await browser.Get(Request(("id_token_hint", tokens.Id), ("post_logout_redirect_uri", world.Shop.PostLogout)))).Leads.ShouldBe(world.Shop.PostLogout);
    }

    [Fact]
    public async Task Signing_out_here_tells_the_services_too()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        await world.Shop.SignIn(browser);
        (await world.Deliver()).ShouldBe(0);

        await browser.Post(await browser.Get("/account/profile"), "/account/sign-out");
        (await world.Deliver()).ShouldBe(1);
        (await world.Portal.Db(db => db.ServiceVisits.SingleAsync())).ClosedAt.ShouldNotBeNull();
        (await world.Deliver()).ShouldBe(0);
    }

    private static string Request(params (string Name, string? Value)[] parameters) =>
        "/connect/sign-out" + QueryString.Create(parameters.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
}
