using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.Joining;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;

namespace CustomerCentre.Tests.Features.Accounts.Joining;

/// <summary>Joining proves what a sign-in to the other account would have to, and never weakens a second factor.</summary>
public sealed class JoinFactorTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_second_factor_of_the_other_account_is_asked_for_whichever_way_it_was_proven(bool byMail)
    {
        await using var world = await JoinWorld.Create();
        var key = await world.TurnAppOn(world.Theirs, JoinWorld.OtherPassword);
        var id = await world.Begin(world.Mine, JoinWorld.Other);
        var proof = byMail ? await world.Digits(JoinWorld.Other, "JoinCode") : JoinWorld.OtherPassword;
        (await world.Accounts.As(world.Mine, new ProveJoin.Command { Id = id, OwnPassword = AccountWorld.Password, OtherPassword = proof })).Value.IsJoined.ShouldBeFalse();

        (await world.Read(id)).Value.Plan.ShouldBeNull();
        (await world.Join(id)).IsDone.ShouldBeFalse();
        (await Pass(world, id, "000000")).Errors.Single().Field.ShouldBe(nameof(PassJoinFactor.Command.Code));
        (await world.Join(id)).IsDone.ShouldBeFalse();
        (await Pass(world, id, world.CodeOf(key))).IsDone.ShouldBeTrue();
        (await world.Read(id)).Value.Plan.ShouldNotBeNull().Factor.ShouldBe(FactorPlan.ComesAlong);
        (await world.Join(id)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_code_can_be_mailed_unless_a_mailed_code_was_the_first_proof()
    {
        await using var world = await JoinWorld.Create();
        (await world.Accounts.As(world.Theirs, new TurnMailOn.Command { Password = JoinWorld.OtherPassword })).IsDone.ShouldBeTrue();
        var id = await world.Prove();
        (await world.Accounts.As(world.Mine, new SendJoinFactor.Command { Id = id })).IsDone.ShouldBeTrue();
        (await Pass(world, id, await world.Digits(JoinWorld.Other, "FactorCode"))).IsDone.ShouldBeTrue();

        var again = await world.Begin(world.Mine, JoinWorld.Other);
        await world.Accounts.As(world.Mine, new ProveJoin.Command { Id = again, OwnPassword = AccountWorld.Password, OtherPassword = await world.Digits(JoinWorld.Other, "JoinCode") });
        (await world.Accounts.As(world.Mine, new SendJoinFactor.Command { Id = again })).IsDone.ShouldBeFalse();
        (await world.Read(again)).Value.Plan.ShouldNotBeNull();
    }

    [Fact]
    public async Task Guesses_of_the_second_factor_count_as_those_of_a_sign_in()
    {
        await using var world = await JoinWorld.Create();
        await world.TurnAppOn(world.Theirs, JoinWorld.OtherPassword);
        var id = await world.Prove();
        for (var i = 0; i < 5; i++)
            (await Pass(world, id, "000000")).Errors.Single().Field.ShouldBe(nameof(PassJoinFactor.Command.Code));
        (await Pass(world, id, "000000")).Errors.Single().Field.ShouldBe("");
    }

    [Fact]
    public async Task A_factor_that_comes_along_is_asked_for_and_the_browsers_are_asked_anew()
    {
        await using var world = await JoinWorld.Create();
        var key = await world.TurnAppOn(world.Theirs, JoinWorld.OtherPassword);
        var id = await world.Prove();
        await Pass(world, id, world.CodeOf(key));
        (await world.Join(id)).IsDone.ShouldBeTrue();
        world.Accounts.World.Time.Advance(TimeSpan.FromSeconds(30));

        var pending = await world.SignIn(JoinWorld.Other, AccountWorld.Password);
        pending.Value.Pending.ShouldNotBeNull().Next.ShouldBe(SignInSteps.SecondFactor);
        var passed = await world.Accounts.World.Send(new PassSecondFactor.Command { Ticket = world.Ticket(pending), Way = FactorWay.App, Code = world.CodeOf(key) });
        passed.Value.Person.AccountId.ShouldBe(world.Mine.AccountId);
    }

    [Fact]
    public async Task A_sign_in_of_the_other_account_that_waits_for_its_second_factor_opens_nothing_after_the_join()
    {
        await using var world = await JoinWorld.Create();
        var key = await world.TurnAppOn(world.Theirs, JoinWorld.OtherPassword);
        var waiting = world.Ticket(await world.SignIn(JoinWorld.Other, JoinWorld.OtherPassword));
        var id = await world.Prove();
        await Pass(world, id, world.CodeOf(key));
        await world.Join(id);
        world.Accounts.World.Time.Advance(TimeSpan.FromSeconds(30));

        (await world.Accounts.World.Send(new PassSecondFactor.Command { Ticket = waiting, Way = FactorWay.App, Code = world.CodeOf(key) })).IsDone.ShouldBeFalse();
    }

    private static Task<Result<Nothing>> Pass(JoinWorld world, Guid id, string code) =>
        world.Accounts.As(world.Mine, new PassJoinFactor.Command { Id = id, Code = code });
}
