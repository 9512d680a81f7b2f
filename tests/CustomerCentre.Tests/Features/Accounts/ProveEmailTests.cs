using System.Text.RegularExpressions;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Features.Accounts.OldPasswords;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts;

public sealed partial class ProveEmailTests
{
    [Fact]
    public async Task A_password_whose_service_never_confirmed_the_email_changes_nothing_before_the_code()
    {
        await using var world = new AccountWorld();
        var ticket = await Ask(world);

        (await world.Waiting()).ShouldBe(["eshop", "mpohoda"]);
        (await world.Accounts()).ShouldBe(0);
        (await world.World.Db(db => db.Sessions.AnyAsync())).ShouldBeFalse();

        var answer = await Prove(world, ticket, await Code(world));
        answer.Value.Pending.ShouldBeNull();
        (await world.Waiting()).ShouldBeEmpty();
        (await world.SignIn(password: OldWorld.Sync)).Value.AccountId.ShouldBe(answer.Value.AccountId);
        (await world.SignIn(password: OldWorld.Shop)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_comes_meanwhile_with_a_proven_password_wins()
    {
        await using var world = new AccountWorld();
        var ticket = await Ask(world);
        (await world.SignIn(password: OldWorld.Shop)).IsDone.ShouldBeTrue();
        (await Prove(world, ticket, await Code(world))).IsDone.ShouldBeFalse();
        (await world.SignIn(password: OldWorld.Sync)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task A_code_opens_once()
    {
        await using var world = new AccountWorld();
        var (ticket, code) = (await Ask(world), await Code(world));
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Prove(world, ticket, code))));
        answers.Count(answer => answer.IsDone).ShouldBe(1);
        (await Prove(world, ticket, code)).Errors.Single().Message.ShouldContain("už neplatí");
    }

    [Fact]
    public async Task Two_hundred_guesses_at_once_are_five()
    {
        await using var world = new AccountWorld();
        var (ticket, code) = (await Ask(world), await Code(world));
        var wrong = code == "000000" ? "111111" : "000000";
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => Prove(world, ticket, wrong))));
        answers.Count(answer => answer.Errors.Single().Field == nameof(ProveEmail.Command.Code)).ShouldBe(FirstSignIn.MostTries);
        (await Prove(world, ticket, code)).IsDone.ShouldBeFalse();
        (await world.Accounts()).ShouldBe(0);
    }

    [Fact]
    public async Task A_code_lives_ten_minutes()
    {
        await using var world = new AccountWorld();
        var (ticket, code) = (await Ask(world), await Code(world));
        world.World.Time.Advance(FirstSignIn.CodeLives);
        (await Prove(world, ticket, code)).IsDone.ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("podvržený lístek")]
    public async Task A_ticket_that_is_none_opens_nothing(string? ticket)
    {
        await using var world = new AccountWorld();
        await Ask(world);
        (await Prove(world, ticket, await Code(world))).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task Codes_of_one_person_do_not_fit_another()
    {
        await using var world = new AccountWorld();
        var mine = await Ask(world, "utocnik@example.cz");
        await Ask(world);
        var (own, foreign) = (await Code(world, "utocnik@example.cz"), await Code(world));
        (await Prove(world, mine, foreign)).IsDone.ShouldBe(own == foreign);
    }

    [Fact]
    public async Task Mail_with_codes_is_limited()
    {
        await using var world = new AccountWorld();
        await Ask(world);
        for (var i = 1; i < TryLimits.Mail.Pair.Most; i++)
            (await world.SignIn(password: OldWorld.Sync)).IsDone.ShouldBeTrue();
        (await world.SignIn(password: OldWorld.Sync)).Errors.Single().Message.ShouldContain("příliš mnoho");
    }

    private static async Task<string> Ask(AccountWorld world, string email = AccountWorld.Email)
    {
        await world.Old("mpohoda", OldWorld.Sync, isConfirmed: false, email: email);
        await world.Old("eshop", OldWorld.Shop, email: email);
        var answer = await world.SignIn(email, OldWorld.Sync);
        answer.Value.SessionId.ShouldBe(Guid.Empty);
        answer.Value.Pending!.Next.ShouldBe(SignInSteps.MailedCode);
        return world.Ticket(answer);
    }

    private static Task<Result<SignedIn>> Prove(AccountWorld world, string? ticket, string code) => world.World.Send(new ProveEmail.Command { Ticket = ticket, Code = code });

    private static async Task<string> Code(AccountWorld world, string email = AccountWorld.Email) =>
        (await world.Mail(email)).Select(mail => CodePattern().Match(mail.Text!)).Last(match => match.Success).Value;

    [GeneratedRegex(@"\b\d{3} \d{3}\b(?=\.)")]
    private static partial Regex CodePattern();
}
