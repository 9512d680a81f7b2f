using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.Profile;
using CustomerCentre.Features.Accounts.Security;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts.Security;

public sealed class DisownChangeTests
{
    private const string Elsewhere = "198.51.100.1";
    private const string StrangersMail = "cizi@example.cz";

    [Fact]
    public async Task It_ends_every_session_and_takes_the_password_away()
    {
        await using var world = new AccountWorld();
        var (owner, stranger) = (await world.Account(), (await world.SignIn(address: Elsewhere)).Value);

        (await Disown(world, await world.Token())).Value.ShouldBe(LinkState.Valid);

        (await world.Lives(owner), await world.Lives(stranger)).ShouldBe((false, false));
        (await world.SignIn(address: "192.0.2.50")).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task The_mailbox_gets_a_link_to_a_new_password_for_a_week()
    {
        await using var world = new AccountWorld();
        await world.Account();
        await world.SignIn(address: Elsewhere);
        await Disown(world, await world.Token());
        world.World.Time.Advance(TimeSpan.FromDays(6));

        var reset = await world.World.Send(new ResetPassword.Command { Token = await world.Token(), Password = "zelená lokomotiva v poli" });

        reset.IsDone.ShouldBeTrue();
        (await world.SignIn(password: "zelená lokomotiva v poli")).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_said_once_within_a_week_and_an_altered_link_is_unknown()
    {
        await using var world = new AccountWorld();
        await world.Account();
        await world.SignIn(address: Elsewhere);
        var late = await world.Token();
        await world.SignIn(address: "203.0.113.1");
        var used = await world.Token();
        await Disown(world, used);

        (await Disown(world, used)).Value.ShouldBe(LinkState.Used);
        (await Disown(world, late)).Value.ShouldBe(LinkState.Used);
        (await Disown(world, "altered")).Outcome.ShouldBe(Outcome.NotFound);
    }

    [Fact]
    public async Task After_a_week_the_link_is_over()
    {
        await using var world = new AccountWorld();
        var owner = await world.Account();
        await world.SignIn(address: Elsewhere);
        world.World.Time.Advance(TimeSpan.FromDays(7));

        (await Disown(world, await world.Token())).Value.ShouldBe(LinkState.Expired);
        (await world.Lives(owner)).ShouldBeTrue();
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing()
    {
        await using var world = new AccountWorld();
        var owner = await world.Account();
        await world.SignIn(address: Elsewhere);
        var token = await world.Token();

        (await world.World.Send(new ReadNotice.Query(token))).Value.ShouldBe(new(LinkCondition.Valid, AccountWorld.Email));

        (await world.Lives(owner)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_changed_email_comes_back_and_the_strangers_own_letters_are_worth_nothing()
    {
        await using var world = new AccountWorld();
        await world.Account();
        var stranger = (await world.SignIn(address: Elsewhere)).Value;
        await ChangeEmailTo(world, stranger, StrangersMail);
        var old = await world.Token();
        await world.As(stranger, new ChangePassword.Command { OldPassword = AccountWorld.Password, Password = "zelená lokomotiva v poli" });
        var strangers = await world.Token(StrangersMail);

        (await Disown(world, old)).Value.ShouldBe(LinkState.Valid);

        (await Disown(world, strangers)).Value.ShouldBe(LinkState.Used);
        (await world.World.Db(db => db.Users.SingleAsync(account => account.Id == stranger.AccountId))).Email.ShouldBe(AccountWorld.Email);
        (await world.Mail())[^1].Kind.ShouldBe("AccountTakenBack");
        (await world.World.Send(new ResetPassword.Command { Token = await world.Token(), Password = "modrý vlak jede lesem" })).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_factor_turned_on_since_goes_and_an_older_one_stays()
    {
        await using var world = new AccountWorld();
        var id = (await world.Account()).AccountId;
        var factor = new SecondFactor(id);
        factor.TurnMailOn(world.World.Time.GetUtcNow());
        await world.World.Add(factor);
        world.World.Time.Advance(TimeSpan.FromDays(1));
        await world.SignIn(address: Elsewhere);
        world.World.Time.Advance(TimeSpan.FromHours(1));
        await world.World.Db(async db =>
        {
            (await db.SecondFactors.SingleAsync()).TurnAppOn("key", 1, world.World.Time.GetUtcNow());
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        await Disown(world, await world.Token());

        var left = await world.World.Db(db => db.SecondFactors.SingleAsync());
        (left.Has(FactorWay.App), left.Has(FactorWay.Mail)).ShouldBe((false, true));
    }

    internal static async Task ChangeEmailTo(AccountWorld world, SignedIn person, string email)
    {
        (await world.As(person, new ChangeEmail.Command { Email = email, Password = AccountWorld.Password })).IsDone.ShouldBeTrue();
        (await world.As(person, new ConfirmNewEmail.Command { Token = await world.Token(EmailAddress.Parse(email).Value) })).IsDone.ShouldBeTrue();
    }

    private static Task<Result<LinkState>> Disown(AccountWorld world, string token) => world.World.Send(new DisownChange.Command { Token = token });
}
