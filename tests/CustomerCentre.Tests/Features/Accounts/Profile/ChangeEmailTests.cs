using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.Profile;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Features.Accounts.Security;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts.Profile;

public sealed class ChangeEmailTests
{
    private const string New = "nova@example.cz";

    [Fact]
    public async Task The_new_email_is_confirmed_first_and_the_old_one_is_told()
    {
        await using var world = new AccountWorld();
        var (here, there) = (await world.Account(), (await world.SignIn()).Value);
        await world.As(here, new ChangeEmail.Command { Email = New, Password = AccountWorld.Password });
        (await world.SignIn(New)).IsDone.ShouldBeFalse();

        (await world.As(here, new ConfirmNewEmail.Command { Token = await world.Token(New) })).IsDone.ShouldBeTrue();

        (await world.SignIn()).IsDone.ShouldBeFalse();
        (await world.SignIn(New)).IsDone.ShouldBeTrue();
        (await world.Lives(here), await world.Lives(there)).ShouldBe((true, false));
        (await world.Mail())[^1].Kind.ShouldBe("EmailChanged");
    }

    [Fact]
    public async Task A_taken_email_gets_the_same_answer_and_only_its_mailbox_knows()
    {
        var log = new Running.CommandLog();
        await using var world = new AccountWorld(log);
        await world.World.Account("petr@example.cz");
        var here = await world.Account();
        // The first change makes the row that the others write to.
        await world.As(here, new ChangeEmail.Command { Email = "prvni@example.cz", Password = AccountWorld.Password });

        var (taken, takenWork) = await Ask(world, log, here, "petr@example.cz");
        var (free, freeWork) = await Ask(world, log, here, New);

        (taken.IsDone, takenWork).ShouldBe((free.IsDone, freeWork));
        (await world.Mail("petr@example.cz"))[^1].Kind.ShouldBe("EmailTaken");
        (await world.Mail("petr@example.cz"))[^1].Text!.ShouldNotContain("token=");
    }

    [Fact]
    public async Task A_stranger_who_got_the_mail_by_mistake_gains_nothing()
    {
        await using var world = new AccountWorld();
        var (here, stranger) = (await world.Account(), await world.Account("petr@example.cz"));
        await world.As(here, new ChangeEmail.Command { Email = New, Password = AccountWorld.Password });
        (await world.As(stranger, new ConfirmNewEmail.Command { Token = await world.Token(New) })).Outcome.ShouldBe(Outcome.NotFound);
        (await world.World.Send(new ConfirmNewEmail.Command { Token = await world.Token(New) })).Outcome.ShouldBe(Outcome.Refused);
    }

    [Fact]
    public async Task The_link_works_once_for_a_day_and_only_the_newest()
    {
        await using var world = new AccountWorld();
        var here = await world.Account();
        await world.As(here, new ChangeEmail.Command { Email = "prvni@example.cz", Password = AccountWorld.Password });
        await world.As(here, new ChangeEmail.Command { Email = New, Password = AccountWorld.Password });
        (await Confirm(world, here, await world.Token("prvni@example.cz"))).ShouldBeFalse();
        var token = await world.Token(New);
        world.World.Time.Advance(TimeSpan.FromDays(1));
        (await Confirm(world, here, token)).ShouldBeFalse();

        await DisownChangeTests.ChangeEmailTo(world, here, New);
        (await Confirm(world, here, await world.Token(New))).ShouldBeFalse();
    }

    [Fact]
    public async Task An_email_taken_meanwhile_is_said_and_nothing_changes()
    {
        await using var world = new AccountWorld();
        var here = await world.Account();
        await world.As(here, new ChangeEmail.Command { Email = New, Password = AccountWorld.Password });
        var token = await world.Token(New);
        await world.World.Account(New);

        (await world.As(here, new ConfirmNewEmail.Command { Token = token })).Errors.Single().Message.ShouldContain("jiný účet");
        (await world.World.Db(db => db.Users.SingleAsync(account => account.Id == here.AccountId))).Email.ShouldBe(AccountWorld.Email);
    }

    [Fact]
    public async Task Without_the_password_nothing_is_mailed()
    {
        await using var world = new AccountWorld();
        var here = await world.Account();
        (await world.As(here, new ChangeEmail.Command { Email = New, Password = "špatné heslo z kopce" })).Errors.Single().Field.ShouldBe("Password");
        (await world.Mail(New)).ShouldBeEmpty();
    }

    private static async Task<(Result<Nothing> Answer, int Work)> Ask(AccountWorld world, Running.CommandLog log, SignedIn here, string email)
    {
        log.Sent.Clear();
        return (await world.As(here, new ChangeEmail.Command { Email = email, Password = AccountWorld.Password }), log.Sent.Count);
    }

    private static async Task<bool> Confirm(AccountWorld world, SignedIn here, string token) => (await world.As(here, new ConfirmNewEmail.Command { Token = token })).IsDone;
}
