using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.TwoFactor;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts.TwoFactor;

public sealed class TrustedBrowserTests
{
    [Fact]
    public async Task A_trusted_browser_is_not_asked_for_thirty_days_and_any_other_is()
    {
        await using var world = await FactorWorld.Create();
        var token = await Trust(world);

        (await SignIn(world, token)).Pending.ShouldBeNull();
        (await SignIn(world, null)).Pending.ShouldNotBeNull();
        (await SignIn(world, TrustedBrowser.NewToken())).Pending.ShouldNotBeNull();
        world.Accounts.World.Time.Advance(TrustedBrowser.Lifetime);
        (await SignIn(world, token)).Pending.ShouldNotBeNull();
    }

    [Fact]
    public async Task It_is_listed_and_can_be_revoked_by_its_owner_alone()
    {
        await using var world = await FactorWorld.Create();
        var token = await Trust(world);
        var listed = (await world.Accounts.World.Send(new ListTrustedBrowsers.Query(), world.Jana, trustToken: token)).Value.Single();
        listed.IsThis.ShouldBeTrue();
        listed.Address.ShouldBe("192.0.2.1");

        var petr = (await world.Accounts.Account("petr@example.cz")).AccountId;
        (await world.Accounts.World.Send(new ListTrustedBrowsers.Query(), petr)).Value.ShouldBeEmpty();
        await world.Accounts.World.Send(new RevokeTrustedBrowser.Command { Id = listed.Id }, petr);
        await world.Accounts.World.Send(new RevokeTrustedBrowser.Command(), petr);
        (await SignIn(world, token)).Pending.ShouldBeNull();

        (await world.Send(new RevokeTrustedBrowser.Command { Id = listed.Id })).IsDone.ShouldBeTrue();
        (await SignIn(world, token)).Pending.ShouldNotBeNull();
    }

    [Fact]
    public async Task Several_people_may_trust_one_browser()
    {
        await using var world = await FactorWorld.Create();
        var first = await Trust(world);
        var petr = (await world.Accounts.Account("petr@example.cz")).AccountId;
        await world.Accounts.World.Db(async db =>
        {
            db.TrustedBrowsers.Add(TrustedBrowser.Create(petr, first, "192.0.2.1", "", world.Accounts.World.Time.GetUtcNow()));
            return await db.SaveChangesAsync();
        });

        var second = await Trust(world, first);

        second.ShouldNotBe(first);
        (await world.Accounts.World.Send(new ListTrustedBrowsers.Query(), petr, trustToken: second)).Value.Single().IsThis.ShouldBeTrue();
        (await world.Accounts.World.Send(new ListTrustedBrowsers.Query(), world.Jana, trustToken: second)).Value.Single().IsThis.ShouldBeTrue();
    }

    [Fact]
    public async Task A_password_set_by_mail_ends_the_trust()
    {
        await using var world = await FactorWorld.Create();
        await Trust(world);
        await world.Accounts.World.Send(new RequestPasswordReset.Command { Email = AccountWorld.Email });
        await world.Accounts.World.Send(new ResetPassword.Command { Token = await world.Accounts.Token(), Password = "zelená lokomotiva v poli" });
        (await world.Accounts.World.Db(db => db.TrustedBrowsers.CountAsync())).ShouldBe(0);
    }

    private static async Task<string> Trust(FactorWorld world, string? shown = null)
    {
        var (key, _) = await world.TurnAppOn();
        var ticket = await world.Ticket();
        var command = new PassSecondFactor.Command { Ticket = ticket, Way = FactorWay.App, Code = world.CodeOf(key), Trust = true };
        return (await world.Accounts.World.Send(command, trustToken: shown)).Value.TrustToken.ShouldNotBeNull();
    }

    private static async Task<SignedIn> SignIn(FactorWorld world, string? token) =>
        (await world.Accounts.World.Send(new SignIn.Command { Email = AccountWorld.Email, Password = AccountWorld.Password }, trustToken: token)).Value;
}
