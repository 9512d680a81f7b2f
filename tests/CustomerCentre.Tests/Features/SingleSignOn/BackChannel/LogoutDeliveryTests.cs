using System.Net;
using System.Text.Json;
using CustomerCentre.Features.SingleSignOn.BackChannel;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.SingleSignOn.BackChannel;

public sealed class LogoutDeliveryTests
{
    [Fact]
    public async Task The_token_says_who_where_and_that_it_is_a_sign_out()
    {
        await using var world = new ServicePortal();
        var id = await World(world);
        await world.Deliver();

        var token = await world.Shop.Validate(world.News.Got.Single().Token, "logout+jwt");
        token.Subject.ShouldBe(id.Subject);
        token.GetPayloadValue<string>("sid").ShouldBe(id.GetPayloadValue<string>("sid"));
        token.GetPayloadValue<JsonElement>("events").GetRawText().ShouldBe("""{"http://schemas.openid.net/event/backchannel-logout":{}}""");
        token.GetPayloadValue<string>("jti").ShouldNotBeEmpty();
        token.GetPayloadValue<long>("iat").ShouldBe(world.Portal.Time.GetUtcNow().ToUnixTimeSeconds());
        token.TryGetPayloadValue<string>("nonce", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Whatever_ends_a_session_is_told()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        await world.Shop.SignIn(browser);
        var now = world.Portal.Time.GetUtcNow();
        await world.Portal.Db(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now)));

        await world.Deliver();
        world.News.Got.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_does_not_answer_is_tried_again_ever_more_seldom_and_given_up_at_last()
    {
        await using var world = new ServicePortal();
        await World(world);
        world.News.Answer = _ => throw new HttpRequestException("nobody there");

        await world.Deliver();
        (await world.Deliver()).ShouldBe(0);
        world.Portal.Time.Advance(TimeSpan.FromSeconds(5));
        (await world.Deliver()).ShouldBe(1);
        for (var round = 2; round < LogoutDelivery.MostAttempts; round++)
        {
            world.Portal.Time.Advance(TimeSpan.FromHours(2));
            (await world.Deliver()).ShouldBe(1);
        }

        world.Portal.Time.Advance(TimeSpan.FromDays(1));
        (await world.Deliver()).ShouldBe(0);
        world.News.Got.Count.ShouldBe(LogoutDelivery.MostAttempts);
    }

    [Fact]
    public async Task A_refusal_is_tried_again_and_a_redirect_is_one()
    {
        await using var world = new ServicePortal();
        await World(world);
        world.News.Answer = _ => new(HttpStatusCode.Redirect) { Headers = { Location = new("https://evil.example/") } };
        await world.Deliver();
        world.News.Answer = _ => new(HttpStatusCode.NoContent);
        world.Portal.Time.Advance(TimeSpan.FromSeconds(5));
        await world.Deliver();

        world.News.Got.Select(news => news.Address).Distinct().ShouldBe(["https://eshop.example/signed-out-elsewhere"]);
        (await world.Portal.Db(db => db.ServiceVisits.SingleAsync())).ClosedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_two_nodes_one_tells()
    {
        await using var world = new ServicePortal();
        await World(world);
        await Task.WhenAll(world.Deliver(), world.Deliver(), world.Deliver());
        world.News.Got.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_is_down_does_not_keep_the_other_from_knowing()
    {
        await using var world = new ServicePortal();
        await World(world, another: true);
        world.News.Answer = address => address.Contains("eshop", StringComparison.Ordinal) ? throw new TaskCanceledException() : new(HttpStatusCode.OK);
        await world.Deliver();

        var visits = await world.Portal.Db(db => db.ServiceVisits.ToListAsync());
        visits.Single(visit => visit.ClientId == "mpohoda").ClosedAt.ShouldNotBeNull();
        visits.Single(visit => visit.ClientId == "eshop").DueAt.ShouldNotBeNull();
    }

    // A person who came to the shop and signed out; answers the shop's id token.
    private static async Task<Microsoft.IdentityModel.JsonWebTokens.JsonWebToken> World(ServicePortal world, bool another = false)
    {
        using var browser = await world.Portal.SignedIn();
        var id = await world.Shop.Validate((await world.Shop.SignIn(browser)).Id!);
        if (another)
            await world.Mpohoda.SignIn(browser);
        await browser.Post(await browser.Get("/account/profile"), "/account/sign-out");
        return id;
    }
}
