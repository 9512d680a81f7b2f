using CustomerCentre.Features.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts;

public sealed class ConfirmEmailTests
{
    [Fact]
    public async Task The_browser_that_signed_up_is_signed_in_and_goes_on()
    {
        await using var world = new AccountWorld();
        var id = await world.SignUp();
        var person = (await world.Confirm(await world.Token(), id)).Value;

        person.ShouldBe(new SignedIn(id, person.SessionId, AccountWorld.Email, null, "/licences"));
        (await world.World.Db(db => db.Sessions.SingleAsync(session => session.Id == person.SessionId))).AccountId.ShouldBe(id);
    }

    [Fact]
    public async Task Opening_the_link_uses_nothing_up()
    {
        await using var world = new AccountWorld();
        var id = await world.SignUp();
        var token = await world.Token();
        for (var i = 0; i < 3; i++)
            (await world.World.Send(new FindConfirmation.Query(token, null))).Value.ShouldBe(new(LinkCondition.Valid, AccountWorld.Email, false, false));
        (await world.Confirm(token, id)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Another_browser_needs_the_password_of_that_sign_up()
    {
        await using var world = new AccountWorld();
        await world.SignUp();
        var token = await world.Token();

        (await world.Confirm(token, Guid.NewGuid())).Errors.Single().Field.ShouldBe("Password");
        (await world.Confirm(token, null, "zelená lokomotiva v poli")).Errors.Single().Field.ShouldBe("Password");
        (await world.Confirm(token, null, AccountWorld.Password)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_sign_up_planted_by_a_stranger_never_sets_the_password()
    {
        await using var world = new AccountWorld();
        await world.SignUp(password: "cizí heslo na cizí dům");
        var planted = await world.Token();
        var own = await world.SignUp();

        // The person clicks the stranger's link too, but knows only the own password.
        (await world.Confirm(planted, own, AccountWorld.Password)).IsDone.ShouldBeFalse();
        (await world.Confirm(await world.Token(), own)).IsDone.ShouldBeTrue();
        (await world.SignIn(password: "cizí heslo na cizí dům")).IsDone.ShouldBeFalse();
        (await world.SignIn()).IsDone.ShouldBeTrue();

        (await world.World.Send(new FindConfirmation.Query(planted, null))).Value.AccountExists.ShouldBeTrue();
        (await world.Confirm(planted, null)).Errors.Single().Message.ShouldContain("účet máte");
    }

    [Fact]
    public async Task Two_sign_ups_of_one_email_confirmed_at_once_make_one_account()
    {
        await using var world = new AccountWorld();
        var first = await world.SignUp();
        var firstToken = await world.Token();
        var second = await world.SignUp();
        var secondToken = await world.Token();

        var answers = await Task.WhenAll(Task.Run(() => world.Confirm(firstToken, first)), Task.Run(() => world.Confirm(secondToken, second)));
        answers.Count(answer => answer.IsDone).ShouldBe(1);
        (await world.World.Db(db => db.Users.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_second_click_hears_that_the_email_is_confirmed_and_signs_nobody_in()
    {
        await using var world = new AccountWorld();
        var id = await world.SignUp();
        var token = await world.Token();
        await world.Confirm(token, id);

        foreach (var (browser, password) in new[] { ((Guid?)id, (string?)null), (null, AccountWorld.Password) })
            (await world.Confirm(token, browser, password)).Errors.ShouldBe([new FieldError("", AccountsTexts.ConfirmUsed)]);
        (await world.World.Db(db => db.Sessions.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_used_an_expired_and_an_altered_link_are_told_apart()
    {
        await using var world = new AccountWorld();
        var id = await world.SignUp();
        var token = await world.Token();
        (await Condition(world, token[..^1] + (token[^1] == '0' ? '1' : '0'))).ShouldBe(LinkCondition.Unknown);
        (await Condition(world, null)).ShouldBe(LinkCondition.Unknown);

        await world.Confirm(token, id);
        (await Condition(world, token)).ShouldBe(LinkCondition.Used);

        await world.SignUp("petr@example.cz");
        var late = await world.Token("petr@example.cz");
        world.World.Time.Advance(TimeSpan.FromDays(7));
        (await Condition(world, late)).ShouldBe(LinkCondition.Expired);
    }

    private static async Task<LinkCondition> Condition(AccountWorld world, string? token) =>
        (await world.World.Send(new FindConfirmation.Query(token, null))).Value.Condition;
}
