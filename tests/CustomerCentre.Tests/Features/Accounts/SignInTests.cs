using CustomerCentre.Features.Accounts;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Accounts;

public sealed class SignInTests
{
    private const string Elsewhere = "198.51.100.7";

    [Fact]
    public async Task A_wrong_password_and_an_unknown_email_read_alike_and_cost_alike()
    {
        await using var world = new AccountWorld();
        await world.Account();
        world.Hashes.Take();

        var wrong = await world.SignIn(password: "špatné heslo z kopce");
        var workForWrong = world.Hashes.Take();
        var unknown = await world.SignIn("nikdo@example.cz", "špatné heslo z kopce");

        wrong.Errors.ShouldBe(unknown.Errors);
        world.Hashes.Take().ShouldBe(workForWrong);
        workForWrong.ShouldBe(world.SignInWork);
    }

    [Fact]
    public async Task An_unconfirmed_sign_up_cannot_sign_in()
    {
        await using var world = new AccountWorld();
        await world.SignUp();
        (await world.SignIn()).Errors.Single().Message.ShouldContain("potvrďte nejdřív");
    }

    [Theory]
    [InlineData("jana@example.cz")]
    [InlineData("nikdo@example.cz")]
    public async Task Five_wrong_passwords_lock_only_that_email_at_that_address(string email)
    {
        await using var world = new AccountWorld();
        await world.Account();
        await world.Account("petr@example.cz");
        world.Hashes.Take();
        for (var i = 0; i < 5; i++)
            (await world.SignIn(email, "špatné heslo z kopce")).Errors.Single().Message.ShouldContain("nesouhlasí");

        (await world.SignIn(email)).Errors.Single().Message.ShouldContain("15 minut");
        world.Hashes.Take().ShouldBe(5 * world.SignInWork);
        (await world.SignIn("petr@example.cz")).IsDone.ShouldBeTrue();
        (await world.SignIn(address: Elsewhere)).IsDone.ShouldBeTrue();

        world.World.Time.Advance(TimeSpan.FromMinutes(15));
        (await world.SignIn(email)).IsDone.ShouldBe(email == AccountWorld.Email);
    }

    [Fact]
    public async Task Two_hundred_parallel_wrong_passwords_count_as_two_hundred_and_five_are_looked_at()
    {
        await using var world = new AccountWorld();
        await world.Account();
        world.Hashes.Take();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => world.SignIn(password: "špatné heslo z kopce"))));

        world.Hashes.Take().ShouldBe(5 * world.SignInWork);
        (await world.World.Db(db => db.Attempts.MaxAsync(counter => counter.Count))).ShouldBe(200);
    }

    [Fact]
    public async Task A_success_begins_the_count_anew()
    {
        await using var world = new AccountWorld();
        await world.Account();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++)
                await world.SignIn(password: "špatné heslo z kopce");
            (await world.SignIn()).IsDone.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_storm_from_everywhere_narrows_the_tries_but_never_locks_the_owner_out()
    {
        await using var world = new AccountWorld();
        await world.Account();
        for (var i = 0; i < TryLimits.Password.Email.Most; i++)
            await world.SignIn(password: "špatné heslo z kopce", address: $"203.0.113.{i}");

        (await world.SignIn(password: "špatné heslo z kopce", address: Elsewhere)).Errors.Single().Message.ShouldContain("nesouhlasí");
        (await world.SignIn(address: Elsewhere)).IsDone.ShouldBeTrue();
        for (var i = 0; i < TryLimits.Password.PressedMost; i++)
            await world.SignIn(password: "špatné heslo z kopce", address: Elsewhere);
        (await world.SignIn(address: Elsewhere)).Errors.Single().Message.ShouldContain("příliš mnoho");
    }

    [Fact]
    public async Task A_network_that_tries_many_emails_is_locked_as_a_whole_and_sixty_four_bits_are_one_network()
    {
        await using var world = new AccountWorld();
        await world.Account();
        for (var i = 0; i < TryLimits.Password.Network.Most; i++)
            await world.SignIn($"nikdo{i}@example.cz", "špatné heslo z kopce", $"2001:db8:1:1::{i:x}");

        (await world.SignIn(address: "2001:db8:1:1:ffff::1")).Errors.Single().Message.ShouldContain("příliš mnoho");
        (await world.SignIn(address: "2001:db8:1:2::1")).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_password_hashed_by_cheaper_rules_is_hashed_anew_at_sign_in()
    {
        await using var world = new AccountWorld();
        var person = await world.Account();
        await world.World.Db(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, $"cheap hash of {AccountWorld.Password}")));

        (await world.SignIn()).IsDone.ShouldBeTrue();
        (await world.World.Db(db => db.Users.SingleAsync(a => a.Id == person.AccountId))).PasswordHash.ShouldBe($"hash of {AccountWorld.Password}");
    }

    [Theory]
    [InlineData(1 << 20)]
    [InlineData(0)]
    public async Task A_megabyte_and_nothing_are_refused_before_any_work(int length)
    {
        await using var world = new AccountWorld();
        world.World.Services.GetRequiredService<Passwords>();
        world.Hashes.Take();
        (await world.SignIn(password: new string('x', length))).Outcome.ShouldBe(Outcome.Invalid);
        world.Hashes.Take().ShouldBe(0);
        (await world.World.Db(db => db.Attempts.AnyAsync())).ShouldBeFalse();
    }
}
