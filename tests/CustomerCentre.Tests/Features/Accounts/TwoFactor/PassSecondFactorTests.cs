using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Accounts.TwoFactor;

public sealed class PassSecondFactorTests
{
    [Fact]
    public async Task A_code_of_the_app_opens_the_session_and_works_once()
    {
        await using var world = await FactorWorld.Create();
        var (key, _) = await world.TurnAppOn();
        var code = world.CodeOf(key);

        (await world.Pass(await world.Ticket(), FactorWay.App, code)).Value.Person.SessionId.ShouldNotBe(Guid.Empty);
        (await world.Pass(await world.Ticket(), FactorWay.App, code)).Errors.Single().Field.ShouldBe("Code");
        (await world.Pass(await world.Ticket(), FactorWay.App, world.CodeOf(key, -1))).IsDone.ShouldBeFalse();
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_clock_may_be_wrong_by_one_step(int steps, bool passes)
    {
        await using var world = await FactorWorld.Create();
        var (key, _) = await world.TurnAppOn();
        world.Accounts.World.Time.Advance(TimeSpan.FromMinutes(5));
        (await world.Pass(await world.Ticket(), FactorWay.App, world.CodeOf(key, steps))).IsDone.ShouldBe(passes);
    }

    [Fact]
    public async Task Of_two_at_once_with_the_same_code_one_gets_in()
    {
        await using var world = await FactorWorld.Create();
        var (key, codes) = await world.TurnAppOn();
        var (ticket, code) = (await world.Ticket(), world.CodeOf(key));
        var byApp = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Pass(ticket, FactorWay.App, code))));
        byApp.Count(answer => answer.IsDone).ShouldBe(1);
        var byRecovery = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Pass(ticket, FactorWay.Recovery, codes[0]))));
        byRecovery.Count(answer => answer.IsDone).ShouldBe(1);
    }

    [Fact]
    public async Task Two_hundred_parallel_guesses_count_as_two_hundred_and_shut_the_digits()
    {
        await using var world = await FactorWorld.Create();
        var (key, codes) = await world.TurnAppOn();
        var ticket = await world.Ticket();
        var wrong = world.CodeOf(key) == "123456" ? "654321" : "123456";
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => world.Pass(ticket, FactorWay.App, wrong, address: $"198.51.100.{i}"))));

        answers.Count(answer => answer.Errors.Single().Field == "Code").ShouldBe(FactorLimits.Digits.Most);
        (await world.Accounts.World.Db(db => db.Attempts.MaxAsync(counter => counter.Count))).ShouldBe(200);
        (await world.Pass(ticket, FactorWay.App, world.CodeOf(key))).Errors.Single().Message.ShouldContain("příliš mnoho");
        (await world.Pass(ticket, FactorWay.Recovery, codes[0])).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Thirty_wrong_digits_are_all_there_is_in_a_day()
    {
        await using var world = await FactorWorld.Create();
        var (key, _) = await world.TurnAppOn();
        for (var i = 0; i < FactorLimits.DigitsADay.Most; i++)
        {
            await world.Pass(await world.Ticket(), FactorWay.App, "000000");
            world.Accounts.World.Time.Advance(TimeSpan.FromMinutes(15));
        }

        (await world.Pass(await world.Ticket(), FactorWay.App, world.CodeOf(key))).Errors.Single().Message.ShouldContain("příliš mnoho");
        world.Accounts.World.Time.Advance(TimeSpan.FromDays(1));
        (await world.Pass(await world.Ticket(), FactorWay.App, world.CodeOf(key))).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_recovery_code_works_once_however_it_is_typed_and_a_new_set_replaces_the_old()
    {
        await using var world = await FactorWorld.Create();
        var (_, codes) = await world.TurnAppOn();
        (await world.Pass(await world.Ticket(), FactorWay.Recovery, codes[0].ToLowerInvariant().Replace("-", " "))).IsDone.ShouldBeTrue();
        (await world.Pass(await world.Ticket(), FactorWay.Recovery, codes[0])).Errors.Single().Field.ShouldBe("Code");
        (await world.Accounts.Mail())[^1].Text!.ShouldContain("9");

        var fresh = (await world.Send(new DrawRecoveryCodes.Command { Password = AccountWorld.Password })).Value.RecoveryCodes;
        (await world.Pass(await world.Ticket(), FactorWay.Recovery, codes[1])).IsDone.ShouldBeFalse();
        (await world.Pass(await world.Ticket(), FactorWay.Recovery, fresh[1])).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_mailed_code_works_once_for_ten_minutes_and_a_newer_one_replaces_it()
    {
        await using var world = await FactorWorld.Create();
        await world.TurnMailOn();
        var ticket = await world.Ticket();
        await world.Accounts.World.Send(new SendFactorCode.Command { Ticket = ticket });
        var first = await world.MailedCode();
        await world.Accounts.World.Send(new SendFactorCode.Command { Ticket = ticket });
        var second = await world.MailedCode();
        if (first != second)
            (await world.Pass(ticket, FactorWay.Mail, first)).IsDone.ShouldBeFalse();
        (await world.Pass(ticket, FactorWay.Mail, second)).IsDone.ShouldBeTrue();
        (await world.Pass(ticket, FactorWay.Mail, second)).IsDone.ShouldBeFalse();

        await world.Accounts.World.Send(new SendFactorCode.Command { Ticket = ticket });
        var third = await world.MailedCode();
        world.Accounts.World.Time.Advance(FactorCode.Lifetime);
        (await world.Pass(await world.Ticket(), FactorWay.Mail, third)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task Five_codes_an_hour_are_mailed()
    {
        await using var world = await FactorWorld.Create();
        await world.TurnMailOn();
        var ticket = await world.Ticket();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => world.Accounts.World.Send(new SendFactorCode.Command { Ticket = ticket }))));
        answers.Count(answer => answer.IsDone).ShouldBe(FactorLimits.Mails.Most);
        (await world.Accounts.Mail()).Count(mail => mail.Kind == "FactorCode").ShouldBe(FactorLimits.Mails.Most);
    }

    [Fact]
    public async Task A_missing_altered_old_or_foreign_ticket_opens_nothing()
    {
        await using var world = await FactorWorld.Create();
        var (key, codes) = await world.TurnAppOn();
        var ticket = await world.Ticket();
        foreach (var bad in new[] { null, "", "altered", ticket[..^4] + "AAAA" })
            (await world.Pass(bad, FactorWay.App, world.CodeOf(key))).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Pass(ticket, FactorWay.Mail, "123456")).Outcome.ShouldBe(Outcome.NotFound);
        await world.Accounts.Account("petr@example.cz");
        (await world.Accounts.SignIn("petr@example.cz")).Value.Pending.ShouldBeNull();

        world.Accounts.World.Time.Advance(PendingSignIn.Lifetime);
        (await world.Pass(ticket, FactorWay.Recovery, codes[0])).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(new ReadTwoFactor.Query())).Value.CodesLeft.ShouldBe(RecoveryCode.SetSize);
    }

    [Theory]
    [InlineData(true, true, new[] { FactorWay.App, FactorWay.Recovery })]
    [InlineData(false, true, null)]
    public async Task A_password_set_by_mail_never_weakens_the_second_factor(bool app, bool mail, FactorWay[]? ways)
    {
        await using var world = await FactorWorld.Create();
        if (app)
            await world.TurnAppOn();
        if (mail)
            await world.TurnMailOn();
        await world.Accounts.World.Send(new RequestPasswordReset.Command { Email = AccountWorld.Email });
        var answer = (await world.Accounts.World.Send(new ResetPassword.Command { Token = await world.Accounts.Token(), Password = "zelená lokomotiva v poli" })).Value;
        var ticket = answer.Pending is { } pending ? Ticket(world, pending) : null;
        var found = await world.Accounts.World.Send(new FindSecondFactor.Query(ticket));
        (found.IsDone ? found.Value.Ways : null).ShouldBe(ways);
    }

    private static string Ticket(FactorWorld world, PendingSignIn pending) =>
        world.Accounts.World.Services.GetRequiredService<PendingSignInCookie>().Protect(pending);
}
