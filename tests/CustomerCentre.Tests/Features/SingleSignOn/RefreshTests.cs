using System.Net;

namespace CustomerCentre.Tests.Features.SingleSignOn;

public sealed class RefreshTests
{
    [Fact]
    public async Task A_refresh_token_gives_new_ones_and_is_used_up()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var first = await world.Shop.SignIn(browser);

        var second = await Service.TokensIn(await world.Shop.Refresh(first.Refresh!));

        second.Refresh.ShouldNotBe(first.Refresh);
        (await world.Shop.UserInfo(second.Access)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await world.Shop.Validate(second.Id!)).GetPayloadValue<string>("sid").ShouldBe((await world.Shop.Validate(first.Id!)).GetPayloadValue<string>("sid"));
    }

    [Fact]
    public async Task A_replayed_one_ends_all_that_came_of_the_sign_in()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var first = await world.Shop.SignIn(browser);
        var other = await world.Shop.SignIn(browser);
        var second = await Service.TokensIn(await world.Shop.Refresh(first.Refresh!));

        (await Service.ErrorOf(await world.Shop.Refresh(first.Refresh!))).ShouldBe("invalid_grant");

        (await Service.ErrorOf(await world.Shop.Refresh(second.Refresh!))).ShouldBe("invalid_grant");
        (await world.Shop.UserInfo(second.Access)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await world.Shop.Refresh(other.Refresh!)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_many_at_once_one_is_served_and_nothing_of_it_lives_on()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var first = await world.Shop.SignIn(browser);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Shop.Refresh(first.Refresh!)));

        var tokens = await Service.TokensIn(answers.Where(answer => answer.IsSuccessStatusCode).ShouldHaveSingleItem());
        (await Service.ErrorOf(await world.Shop.Refresh(tokens.Refresh!))).ShouldBe("invalid_grant");
        (await world.Shop.UserInfo(tokens.Access)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Without_offline_access_there_is_none()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        (await world.Shop.SignIn(browser, ("scope", "openid"))).Refresh.ShouldBeNull();
    }

    [Fact]
    public async Task It_ends_with_the_session_after_two_weeks_and_is_worth_nothing_to_another_service()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var (mine, old) = (await world.Shop.SignIn(browser), await world.Shop.SignIn(browser));

        (await Service.ErrorOf(await world.Mpohoda.Refresh(mine.Refresh!))).ShouldBe("invalid_grant");
        (await Service.ErrorOf(await world.Shop.Refresh(mine.Access))).ShouldBe("invalid_grant");
        await browser.Post(await browser.Get("/account/profile"), "/account/sign-out");
        (await Service.ErrorOf(await world.Shop.Refresh(mine.Refresh!))).ShouldBe("invalid_grant");
        world.Portal.Time.Advance(TimeSpan.FromDays(15));
        (await Service.ErrorOf(await world.Shop.Refresh(old.Refresh!))).ShouldBe("invalid_grant");
    }
}
