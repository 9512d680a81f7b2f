using CustomerCentre.Features.Accounts;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts;

public sealed class ResetPasswordTests
{
    private const string NewPassword = "zelená lokomotiva v poli";

    [Fact]
    public async Task A_known_and_an_unknown_email_get_the_same_answer_and_different_mail()
    {
        await using var world = new AccountWorld();
        await world.Account();
        world.Hashes.Take();

        var known = await Ask(world, AccountWorld.Email);
        var unknown = await Ask(world, "nikdo@example.cz");
        (known.Outcome, known.Errors).ShouldBe((unknown.Outcome, unknown.Errors));
        world.Hashes.Take().ShouldBe(0);
        (await world.Mail()).Last().Kind.ShouldBe("ResetPassword");
        (await world.Mail("nikdo@example.cz")).Single().Kind.ShouldBe("NoAccount");
    }

    [Fact]
    public async Task Nobody_is_told_more_than_once_a_day_that_there_is_no_account()
    {
        await using var world = new AccountWorld();
        for (var i = 0; i < 3; i++)
            (await Ask(world, "nikdo@example.cz")).IsDone.ShouldBeTrue();
        (await world.Mail("nikdo@example.cz")).Count.ShouldBe(1);

        world.World.Time.Advance(TimeSpan.FromDays(1));
        await Ask(world, "nikdo@example.cz");
        (await world.Mail("nikdo@example.cz")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session_and_the_old_password()
    {
        await using var world = new AccountWorld();
        var before = await world.Account();
        await Ask(world, AccountWorld.Email);
        var after = (await Set(world, await world.Token())).Value;

        var sessions = await world.World.Db(db => db.Sessions.ToDictionaryAsync(session => session.Id, session => session.EndedAt));
        sessions[before.SessionId].ShouldNotBeNull();
        sessions[after.SessionId].ShouldBeNull();
        (await world.SignIn()).IsDone.ShouldBeFalse();
        (await world.SignIn(password: NewPassword)).IsDone.ShouldBeTrue();
        (await world.Mail()).Last().Kind.ShouldBe("PasswordChanged");
    }

    [Fact]
    public async Task A_link_works_once_for_an_hour_and_a_newer_one_replaces_it()
    {
        await using var world = new AccountWorld();
        await world.Account();
        await Ask(world, AccountWorld.Email);
        var older = await world.Token();
        await Ask(world, AccountWorld.Email);
        var newer = await world.Token();

        (await Condition(world, older)).ShouldBe(LinkCondition.Expired);
        (await Set(world, older)).Outcome.ShouldBe(Outcome.NotFound);
        (await Set(world, newer)).IsDone.ShouldBeTrue();
        (await Condition(world, newer)).ShouldBe(LinkCondition.Used);
        (await Set(world, newer)).Outcome.ShouldBe(Outcome.NotFound);
        (await Condition(world, "altered")).ShouldBe(LinkCondition.Unknown);

        await Ask(world, AccountWorld.Email);
        world.World.Time.Advance(TimeSpan.FromHours(1));
        (await Condition(world, await world.Token())).ShouldBe(LinkCondition.Expired);
    }

    [Fact]
    public async Task One_link_used_at_once_many_times_sets_one_password()
    {
        await using var world = new AccountWorld();
        await world.Account();
        await Ask(world, AccountWorld.Email);
        var token = await world.Token();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Task.Run(() => Set(world, token, $"{NewPassword} číslo {i}"))));
        answers.Count(answer => answer.IsDone).ShouldBe(1);
    }

    [Fact]
    public async Task A_weak_password_leaves_the_link_as_it_was()
    {
        await using var world = new AccountWorld();
        await world.Account();
        await Ask(world, AccountWorld.Email);
        var token = await world.Token();
        (await Set(world, token, "password2026!")).Errors.Single().Field.ShouldBe("Password");
        (await Set(world, token)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_link_to_confirm_an_email_sets_no_password()
    {
        await using var world = new AccountWorld();
        await world.SignUp();
        (await Set(world, await world.Token())).Outcome.ShouldBe(Outcome.NotFound);
    }

    private static Task<Result<Nothing>> Ask(AccountWorld world, string email) => world.World.Send(new RequestPasswordReset.Command { Email = email });

    private static Task<Result<SignedIn>> Set(AccountWorld world, string token, string password = NewPassword) =>
        world.World.Send(new ResetPassword.Command { Token = token, Password = password });

    private static async Task<LinkCondition> Condition(AccountWorld world, string token) =>
        (await world.World.Send(new FindPasswordReset.Query(token))).Value.Condition;
}
