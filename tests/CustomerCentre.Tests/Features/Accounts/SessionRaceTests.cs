using CustomerCentre.Features.Accounts;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts;

/// <summary>A sign-in with the old password beside a reset of it: whichever holds the account first, no session of the old password lives on.</summary>
public sealed class SessionRaceTests
{
    private const string Hold = "UPDATE \"Accounts\"";

    [Fact]
    public async Task A_sign_in_that_is_slower_than_a_reset_opens_nothing()
    {
        var rival = new Rival(Hold);
        await using var world = new AccountWorld(rival);
        await world.Account();
        rival.Work = (db, token) => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.PasswordHash, "another"), token);

        (await world.SignIn()).IsDone.ShouldBeFalse();

        rival.HasWorked.ShouldBeTrue();
        (await world.World.Db(db => db.Sessions.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_reset_that_is_slower_than_a_sign_in_ends_its_session_too()
    {
        var rival = new Rival(Hold);
        await using var world = new AccountWorld(rival);
        var id = (await world.Account()).AccountId;
        await world.World.Send(new RequestPasswordReset.Command { Email = AccountWorld.Email });
        rival.Work = (db, token) => db.Database.ExecuteSqlAsync(
            $"INSERT INTO \"Sessions\" (\"Id\", \"AccountId\", \"Address\", \"Device\", \"OpenedAt\") SELECT {Guid.NewGuid().ToByteArray(true)}, \"AccountId\", 'elsewhere', '', \"OpenedAt\" FROM \"Sessions\"", token);

        (await world.World.Send(new ResetPassword.Command { Token = await world.Token(), Password = "zelená lokomotiva v poli" })).IsDone.ShouldBeTrue();

        rival.HasWorked.ShouldBeTrue();
        var alive = await world.World.Db(db => db.Sessions.Where(session => session.AccountId == id && session.EndedAt == null).ToListAsync());
        alive.Single().Address.ShouldBe("192.0.2.1");
    }

    [Fact]
    public async Task A_sign_in_holds_the_account_before_its_session_is_in()
    {
        var log = new CommandLog();
        await using var world = new AccountWorld(log);
        await world.Account();
        log.Sent.Clear();

        (await world.SignIn()).IsDone.ShouldBeTrue();

        log.PlaceOf(Hold).ShouldBeLessThan(log.PlaceOf("INSERT INTO \"Sessions\""));
    }

    [Fact]
    public async Task A_reset_holds_the_account_before_it_ends_the_sessions()
    {
        var log = new CommandLog();
        await using var world = new AccountWorld(log);
        await world.Account();
        await world.World.Send(new RequestPasswordReset.Command { Email = AccountWorld.Email });
        log.Sent.Clear();

        (await world.World.Send(new ResetPassword.Command { Token = await world.Token(), Password = "zelená lokomotiva v poli" })).IsDone.ShouldBeTrue();

        log.PlaceOf(Hold).ShouldBeLessThan(log.PlaceOf("UPDATE \"Sessions\""));
    }

    [Fact]
    public async Task Many_sign_ins_at_once_all_succeed()
    {
        await using var world = new AccountWorld();
        await world.Account();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => world.SignIn(address: $"198.51.100.{i}"))));
        answers.ShouldAllBe(answer => answer.IsDone);
    }

    [Fact]
    public async Task The_first_used_of_two_links_asked_for_at_once_is_the_last()
    {
        await using var world = new AccountWorld();
        await world.Account();
        await world.World.Send(new RequestPasswordReset.Command { Email = AccountWorld.Email });
        var one = await world.Token();
        await world.World.Send(new RequestPasswordReset.Command { Email = AccountWorld.Email });
        var two = await world.Token();
        // On SQL Server neither of two at once sees the other's link to replace it.
        await world.World.Db(db => db.MailedLinks.ExecuteUpdateAsync(set => set.SetProperty(link => link.ExpiresAt, world.World.Time.GetUtcNow().AddHours(1))));

        (await world.World.Send(new ResetPassword.Command { Token = one, Password = "zelená lokomotiva v poli" })).IsDone.ShouldBeTrue();
        (await world.World.Send(new ResetPassword.Command { Token = two, Password = "zelená lokomotiva v lese" })).IsDone.ShouldBeFalse();
    }
}
