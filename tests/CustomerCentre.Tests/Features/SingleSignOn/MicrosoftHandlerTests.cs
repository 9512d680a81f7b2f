using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CustomerCentre.Tests.Features.SingleSignOn;

public sealed class MicrosoftHandlerTests
{
    [Fact]
    public async Task A_person_signs_in_and_the_site_knows_who_it_is()
    {
        await using var world = new ServicePortal();
        await using var site = await MicrosoftSite.Beside(world);
        using var browser = await world.Portal.SignedIn();

        var home = await site.SignIn(browser);

        MicrosoftSite.WhoIn(home).ShouldBe($"{await world.Portal.Db(db => db.Users.Select(account => account.Id).SingleAsync())}");
        home.Text.ShouldContain("jana@example.cz");
    }

    [Fact]
    public async Task A_refusal_reaches_the_site()
    {
        await using var world = new ServicePortal();
        await using var site = await MicrosoftSite.Beside(world);
        using var browser = world.Portal.Browser();

        var refused = await Should.ThrowAsync<AuthenticationFailureException>(() => site.SignIn(browser, ("prompt", "none")));
        refused.InnerException.ShouldBeOfType<OpenIdConnectProtocolException>().Message.ShouldContain("login_required");
    }

    [Fact]
    public async Task A_sign_in_with_a_nonce_that_is_not_the_sites_is_refused_there()
    {
        await using var world = new ServicePortal();
        await using var site = await MicrosoftSite.Beside(world);
        using var browser = await world.Portal.SignedIn();

        var refused = await Should.ThrowAsync<AuthenticationFailureException>(() => site.SignIn(browser, ("nonce", "another")));
        refused.InnerException.ShouldBeOfType<OpenIdConnectProtocolInvalidNonceException>();
        MicrosoftSite.WhoIn(await site.Home()).ShouldBeNull();
    }

    [Fact]
    public async Task A_sign_in_begun_in_another_browser_is_refused_there()
    {
        await using var world = new ServicePortal();
        await using var site = await MicrosoftSite.Beside(world);
        await using var another = await MicrosoftSite.Beside(world);
        using var browser = await world.Portal.SignedIn();

        var answer = await browser.Get(await another.Request());
        await Should.ThrowAsync<AuthenticationFailureException>(() => site.Return(answer));
        MicrosoftSite.WhoIn(await site.Home()).ShouldBeNull();
    }

    [Fact]
    public async Task The_site_signs_its_person_out_and_gets_them_back()
    {
        await using var world = new ServicePortal();
        await using var site = await MicrosoftSite.Beside(world);
        using var browser = await world.Portal.SignedIn();

        var left = await browser.Get((await site.Browser.Post(await site.SignIn(browser), "/sign-out")).Leads!);
        MicrosoftSite.WhoIn(await site.Return(left)).ShouldBeNull();
        world.Shop.Back(await browser.Get(world.Shop.Request(("prompt", "none"))))["error"].ShouldBe("login_required");
    }

    [Fact]
    public async Task The_site_hears_of_a_sign_out_behind_the_persons_back()
    {
        await using var world = new ServicePortal();
        await using var site = await MicrosoftSite.Beside(world);
        using var browser = await world.Portal.SignedIn();
        await site.SignIn(browser);

        await browser.Post(await browser.Get("/account/profile"), "/account/sign-out");
        (await world.Deliver()).ShouldBe(1);
        var (_, token) = world.News.Got.Single();
        (await site.Hear(token[..^4] + "AAAA")).ShouldBe(HttpStatusCode.BadRequest);
        MicrosoftSite.WhoIn(await site.Home()).ShouldNotBeNull();
        (await site.Hear(token)).ShouldBe(HttpStatusCode.OK);
        MicrosoftSite.WhoIn(await site.Home()).ShouldBeNull();
    }
}
