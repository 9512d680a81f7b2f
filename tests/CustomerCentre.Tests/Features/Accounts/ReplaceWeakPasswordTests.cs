using CustomerCentre.Features.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Features.Accounts.OldPasswords;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts;

public sealed class ReplaceWeakPasswordTests
{
    private const string Weak = "heslo123";
    private const string Strong = "zelená lokomotiva v poli";

    [Fact]
    public async Task A_weak_old_password_is_right_but_opens_nothing_until_it_is_changed()
    {
        await using var world = new AccountWorld();
        var ticket = await Ask(world);
        (await world.World.Db(db => db.Sessions.AnyAsync())).ShouldBeFalse();

        (await Replace(world, ticket, Strong)).Value.Pending.ShouldBeNull();

        (await world.SignIn(password: Weak)).IsDone.ShouldBeFalse();
        (await world.SignIn(password: Strong)).Value.Pending.ShouldBeNull();
        (await world.Mail()).Select(mail => mail.Kind).ShouldBe(["ServicesJoined", "PasswordChanged"]);
    }

    [Fact]
    public async Task Who_leaves_the_step_is_asked_again_at_the_next_sign_in()
    {
        await using var world = new AccountWorld();
        await Ask(world);
        (await world.SignIn(password: Weak)).Value.Pending!.Next.ShouldBe(SignInSteps.NewPassword);
        (await world.World.Db(db => db.Sessions.AnyAsync())).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Weak)]
    [InlineData("password1234")]
    public async Task Another_weak_one_will_not_do(string password)
    {
        await using var world = new AccountWorld();
        var ticket = await Ask(world);
        var answer = await Replace(world, ticket, password);
        answer.Errors.Single().Field.ShouldBe(nameof(ReplaceWeakPassword.Command.Password));
    }

    [Fact]
    public async Task A_ticket_is_good_once()
    {
        await using var world = new AccountWorld();
        var ticket = await Ask(world);
        (await Replace(world, ticket, Strong)).IsDone.ShouldBeTrue();
        (await Replace(world, ticket, "fialový tramvajový pás")).Errors.Single().Message.ShouldContain("Přihlaste se znovu");
        (await world.SignIn(password: Strong)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_weak_one_of_an_unconfirmed_email_asks_for_the_code_first()
    {
        await using var world = new AccountWorld();
        await world.Old("mpohoda", Weak, isConfirmed: false);
        var answer = await world.SignIn(password: Weak);
        answer.Value.Pending!.Next.ShouldBe(SignInSteps.MailedCode);
        (await Replace(world, world.Ticket(answer), Strong)).IsDone.ShouldBeFalse();
    }

    private static async Task<string> Ask(AccountWorld world)
    {
        await world.Old("eshop", Weak);
        var answer = await world.SignIn(password: Weak);
        answer.Value.Pending!.Next.ShouldBe(SignInSteps.NewPassword);
        return world.Ticket(answer);
    }

    private static Task<Result<SignedIn>> Replace(AccountWorld world, string ticket, string password) =>
        world.World.Send(new ReplaceWeakPassword.Command { Ticket = ticket, Password = password });
}
