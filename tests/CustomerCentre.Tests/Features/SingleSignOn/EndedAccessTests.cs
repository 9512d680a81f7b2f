using System.Net;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.SingleSignOn;

/// <summary>What a service holds of a person dies with the sessions it rests on, whatever ends them.</summary>
public sealed class EndedAccessTests
{
    [Fact]
    public async Task A_disabled_account_leaves_a_service_nothing_also_when_it_is_enabled_again()
    {
        await using var world = new ServicePortal();
        using var person = await world.Portal.SignedInAs("jana@example.cz", OperatorRole.Agent);
        using var administrator = await world.Portal.SignedInAs("spravce@example.cz", OperatorRole.Administrator);
        var page = "/administration/people/" + await world.Portal.Db(db => db.Users.Where(a => a.Email == "jana@example.cz").Select(a => a.Id).SingleAsync());
        var held = await Held.Take(world.Shop, person);

        await administrator.Post(await administrator.Get(page), "disable", ("Disabling.Reason", "zneužití"));

        await held.IsRefused();
        (await person.Get(world.Shop.Request())).Leads!.ShouldStartWith("/account/sign-in");
        await administrator.Post(await administrator.Get(page), "enable");
        (await world.Portal.Db(db => db.Users.CountAsync(a => a.DisabledAt != null))).ShouldBe(0);
        await held.IsRefused();
    }

    [Fact]
    public async Task A_closed_account_leaves_a_service_nothing()
    {
        await using var world = new ServicePortal();
        using var person = await world.Portal.SignedIn();
        var held = await Held.Take(world.Shop, person);

        await person.Post(await person.Get("/account/close"), "close", ("Input.Password", Portal.Password));

        (await world.Portal.Db(db => db.Users.CountAsync(a => a.ClosedAt != null))).ShouldBe(1);
        await held.IsRefused();
    }

    [Fact]
    public async Task A_changed_password_ends_what_services_hold_by_other_sessions()
    {
        await using var world = new ServicePortal();
        using var elsewhere = await world.Portal.SignedIn();
        using var here = world.Portal.Browser();
        await here.SignIn("jana@example.cz");
        var (held, kept) = (await Held.Take(world.Shop, elsewhere), await world.Shop.SignIn(here));

        await here.Post(await here.Get("/account/change-password"), "password", ("Input.OldPassword", Portal.Password), ("Input.Password", "zelená lokomotiva v poli"));

        await held.IsRefused();
        (await world.Shop.UserInfo(kept.Access)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ending_all_other_sessions_ends_what_services_hold_by_them()
    {
        await using var world = new ServicePortal();
        using var elsewhere = await world.Portal.SignedIn();
        using var here = world.Portal.Browser();
        await here.SignIn("jana@example.cz");
        var (held, kept) = (await Held.Take(world.Shop, elsewhere), await world.Shop.SignIn(here));

        await here.Post(await here.Get("/account/sessions"), "end-others", ("Others.Password", Portal.Password));

        await held.IsRefused();
        (await world.Shop.Refresh(kept.Refresh!)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A code, an access and a refresh token that were good.</summary>
    private sealed record Held(Service Shop, string Code, Tokens Tokens)
    {
        public static async Task<Held> Take(Service shop, Browser browser)
        {
            var first = await shop.SignIn(browser);
            var held = new Held(shop, await shop.Code(browser), await Service.TokensIn(await shop.Refresh(first.Refresh!)));
            (await shop.UserInfo(held.Tokens.Access)).StatusCode.ShouldBe(HttpStatusCode.OK);
            return held;
        }

        public async Task IsRefused()
        {
            (await Shop.UserInfo(Tokens.Access)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await Shop.Introspect(Tokens.Access)).GetProperty("active").GetBoolean().ShouldBeFalse();
            (await Service.ErrorOf(await Shop.Refresh(Tokens.Refresh!))).ShouldBe("invalid_grant");
            (await Service.ErrorOf(await Shop.Exchange(Code))).ShouldBe("invalid_grant");
        }
    }
}
