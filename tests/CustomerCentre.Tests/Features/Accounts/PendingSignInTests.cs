using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Accounts;

public sealed class PendingSignInTests
{
    [Fact]
    public async Task A_right_password_opens_no_session_while_a_step_lacks()
    {
        await using var world = new AccountWorld();
        var before = await Sessions(world, await WithSecondFactor(world));

        var answer = (await world.SignIn()).Value;

        answer.SessionId.ShouldBe(Guid.Empty);
        answer.Pending!.Next.ShouldBe(SignInSteps.SecondFactor);
        (await Sessions(world, answer.AccountId)).ShouldBe(before);
    }

    [Fact]
    public async Task The_last_step_opens_the_session_that_was_asked_for()
    {
        await using var world = new AccountWorld();
        var id = await WithSecondFactor(world);
        var pending = (await world.World.Send(new SignIn.Command { Email = AccountWorld.Email, Password = AccountWorld.Password, Stay = true })).Value.Pending!;
        var before = await Sessions(world, id);

        var answer = (await Pass(world, pending, SignInSteps.SecondFactor))!;

        answer.Pending.ShouldBeNull();
        answer.Stays.ShouldBeTrue();
        (await Sessions(world, id)).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Steps_come_in_their_order_and_none_is_left_out()
    {
        await using var world = new AccountWorld();
        var id = await WithSecondFactor(world);
        var pending = await Db(world, async (gate, db) =>
            (await gate.Admit(await db.Users.SingleAsync(a => a.Id == id), SignInSteps.MailedCode | SignInSteps.NewPassword, SignInProofs.Password, false, default)).Pending!);
        List<SignInSteps> steps = [];
        for (var answer = pending; answer is not null; answer = (await Pass(world, answer, answer.Next))!.Pending)
            steps.Add(answer.Next);
        steps.ShouldBe([SignInSteps.MailedCode, SignInSteps.SecondFactor, SignInSteps.NewPassword]);
    }

    [Fact]
    public async Task A_second_factor_turned_on_meanwhile_is_asked_for()
    {
        await using var world = new AccountWorld();
        var id = (await world.Account()).AccountId;
        var pending = await Db(world, async (gate, db) => (await gate.Admit(await db.Users.SingleAsync(a => a.Id == id), SignInSteps.NewPassword, SignInProofs.Password, false, default)).Pending!);
        await TurnOn(world);

        (await Pass(world, pending, SignInSteps.NewPassword))!.Pending!.Next.ShouldBe(SignInSteps.SecondFactor);
    }

    [Fact]
    public async Task A_password_changed_meanwhile_makes_it_worthless()
    {
        await using var world = new AccountWorld();
        await WithSecondFactor(world);
        var pending = (await world.SignIn()).Value.Pending!;
        await world.World.Db(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, "another")));

        (await Pass(world, pending, SignInSteps.SecondFactor)).ShouldBeNull();
    }

    [Fact]
    public async Task A_ticket_lives_ten_minutes_and_cannot_be_altered()
    {
        await using var world = new AccountWorld();
        await WithSecondFactor(world);
        var pending = (await world.SignIn()).Value.Pending!;
        var cookie = world.World.Services.GetRequiredService<PendingSignInCookie>();
        var ticket = cookie.Protect(pending);

        cookie.Open(ticket).ShouldBe(pending);
        cookie.Open(ticket[..^4] + "AAAA").ShouldBeNull();
        cookie.Open("nonsense").ShouldBeNull();
        cookie.Open(null).ShouldBeNull();
        world.World.Time.Advance(PendingSignIn.Lifetime);
        cookie.Open(ticket).ShouldBeNull();
    }

    private static async Task<Guid> WithSecondFactor(AccountWorld world)
    {
        var id = (await world.Account()).AccountId;
        await TurnOn(world);
        return id;
    }

    private static Task<int> TurnOn(AccountWorld world) => world.World.Db(async db =>
    {
        var account = await db.Users.SingleAsync();
        account.TwoFactorEnabled = true;
        var factor = new SecondFactor(account.Id);
        factor.TurnMailOn(world.World.Time.GetUtcNow());
        db.SecondFactors.Add(factor);
        return await db.SaveChangesAsync();
    });

    private static Task<int> Sessions(AccountWorld world, Guid id) => world.World.Db(db => db.Sessions.CountAsync(s => s.AccountId == id && s.EndedAt == null));

    private static Task<SignedIn?> Pass(AccountWorld world, PendingSignIn pending, SignInSteps step) => Db(world, async (gate, db) =>
    {
        if (await gate.Holder(pending, default) is not { } account)
            return null;
        var answer = await gate.Pass(pending, account, step, SignInProofs.None, default);
        await db.SaveChangesAsync();
        return answer;
    });

    private static async Task<T> Db<T>(AccountWorld world, Func<SignInGate, CustomerCentreDb, Task<T>> work)
    {
        await using var scope = world.World.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomerCentreDb>();
        return await db.InTransaction(_ => work(scope.ServiceProvider.GetRequiredService<SignInGate>(), db), default);
    }
}
