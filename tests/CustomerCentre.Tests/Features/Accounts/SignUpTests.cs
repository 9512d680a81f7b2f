using CustomerCentre.Features.Accounts;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts;

public sealed class SignUpTests
{
    [Fact]
    public async Task A_known_and_an_unknown_email_get_the_same_answer_for_the_same_work()
    {
        await using var world = new AccountWorld();
        await world.Account();
        world.Hashes.Take();

        var known = await world.World.Send(Command(AccountWorld.Email));
        var workForKnown = world.Hashes.Take();
        var unknown = await world.World.Send(Command("petr@example.cz"));

        (known.Outcome, known.Errors).ShouldBe((unknown.Outcome, unknown.Errors));
        world.Hashes.Take().ShouldBe(workForKnown);
        workForKnown.ShouldBe(1);
        (await world.Mail()).Last().Kind.ShouldBe("AccountExists");
        (await world.Mail("petr@example.cz")).Single().Kind.ShouldBe("ConfirmEmail");
    }

    [Fact]
    public async Task One_form_sent_at_once_many_times_is_one_sign_up_with_one_mail()
    {
        await using var world = new AccountWorld();
        var command = Command(AccountWorld.Email);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => world.World.Send(command))));

        answers.ShouldAllBe(answer => answer.IsDone);
        (await world.Mail()).Count.ShouldBe(1);
        (await world.World.Db(db => db.SignUps.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_form_sent_again_after_a_step_back_counts_as_it_was_typed_last()
    {
        await using var world = new AccountWorld();
        var id = await world.SignUp("jna@example.cz");
        var mistyped = await world.Token("jna@example.cz");
        await world.SignUp(AccountWorld.Email, "zelená lokomotiva v poli", id);

        (await world.Confirm(mistyped, id)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Confirm(await world.Token(), id)).Value.Email.ShouldBe(AccountWorld.Email);
        (await world.SignIn(password: "zelená lokomotiva v poli")).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_mistyped_email_can_be_corrected_and_the_link_to_it_dies()
    {
        await using var world = new AccountWorld();
        var id = await world.SignUp("jna@example.cz");
        var mistyped = await world.Token("jna@example.cz");
        (await world.World.Send(new ResendConfirmation.Command { SignUpId = id, Email = AccountWorld.Email })).IsDone.ShouldBeTrue();

        (await world.Confirm(mistyped, id)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Confirm(await world.Token(), id)).IsDone.ShouldBeTrue();
        (await world.World.Send(new ResendConfirmation.Command { SignUpId = id, Email = AccountWorld.Email })).Outcome.ShouldBe(Outcome.NotFound);
    }

    [Fact]
    public async Task Mail_is_sent_again_a_few_times_only_and_the_answer_says_how_long_to_wait()
    {
        await using var world = new AccountWorld();
        var id = await world.SignUp();
        for (var i = 1; i < 5; i++)
            (await world.World.Send(new ResendConfirmation.Command { SignUpId = id, Email = AccountWorld.Email })).IsDone.ShouldBeTrue();

        var refused = await world.World.Send(new ResendConfirmation.Command { SignUpId = id, Email = AccountWorld.Email });
        refused.Errors.Single().Message.ShouldContain("60 minut");
        (await world.Mail()).Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("krátké", "12 znaků")]
    [InlineData("password2026!", "nejpoužívanějším")]
    [InlineData("jana má kolotoč", "e-mailu")]
    [InlineData("qwertzuiop123", "řady znaků")]
    [InlineData("aaaaaaaaaaaa", "opakuje")]
    [InlineData("nul \0 v kolotoči", "neviditelné")]
    public async Task A_weak_password_is_refused_with_its_reason_before_any_work(string password, string reason)
    {
        await using var world = new AccountWorld();
        await world.SignUp("somebody@example.com");
        world.Hashes.Take();
        var command = Command(AccountWorld.Email);
        command.Password = password;

        var error = (await world.World.Send(command)).Errors.Single();
        error.Field.ShouldBe("Password");
        error.Message.ShouldContain(reason);
        world.Hashes.Take().ShouldBe(0);
    }

    [Fact]
    public async Task A_way_back_to_another_site_is_forgotten()
    {
        await using var world = new AccountWorld();
        var command = Command(AccountWorld.Email);
        command.ReturnUrl = "//evil.example";
        await world.World.Send(command);
        (await world.Confirm(await world.Token(), command.Id)).Value.ReturnUrl.ShouldBeNull();
    }

    private static BeginSignUp.Command Command(string email) => new() { Id = Guid.NewGuid(), Email = email, Password = AccountWorld.Password };
}
