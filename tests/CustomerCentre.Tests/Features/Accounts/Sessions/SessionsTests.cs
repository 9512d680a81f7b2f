using CustomerCentre.Features.Accounts.Sessions;
using CustomerCentre.Requests;

namespace CustomerCentre.Tests.Features.Accounts.Sessions;

public sealed class SessionsTests
{
    [Fact]
    public async Task A_person_sees_the_own_sessions_with_this_one_marked()
    {
        await using var world = new AccountWorld();
        var here = await world.Account();
        var there = (await world.SignIn(address: "192.0.2.9")).Value;
        await world.Account("petr@example.cz");

        var answer = (await world.As(here, new ListSessions.Query())).Value;

        answer.Rows.Select(row => row.Id).ShouldBe([there.SessionId, here.SessionId]);
        answer.Rows.Single(row => row.IsThis).Id.ShouldBe(here.SessionId);
        (answer.Rows[0].Address, answer.Others).ShouldBe(("192.0.2.9", 1));
    }

    [Fact]
    public async Task A_session_that_ended_or_was_long_not_used_is_not_shown()
    {
        await using var world = new AccountWorld();
        await world.Account();
        world.World.Time.Advance(TimeSpan.FromDays(31));
        var ended = (await world.SignIn()).Value;
        var here = (await world.SignIn()).Value;
        await world.As(here, new EndSession.Command { Id = ended.SessionId });

        (await world.As(here, new ListSessions.Query())).Value.Rows.Single().Id.ShouldBe(here.SessionId);
    }

    [Fact]
    public async Task Many_sessions_come_in_pages()
    {
        await using var world = new AccountWorld();
        var here = await world.Account();
        for (var i = 0; i < 24; i++)
            await world.SignIn();

        var (first, last) = ((await world.As(here, new ListSessions.Query())).Value, (await world.As(here, new ListSessions.Query(99))).Value);

        (first.Rows.Count, first.Pages, last.Page, last.Rows.Count).ShouldBe((20, 2, 2, 5));
        first.Rows.Concat(last.Rows).Select(row => row.Id).Distinct().Count().ShouldBe(25);
    }

    [Fact]
    public async Task One_session_is_ended_and_twice_is_once()
    {
        await using var world = new AccountWorld();
        var here = await world.Account();
        var there = (await world.SignIn()).Value;

        (await world.As(here, new EndSession.Command { Id = there.SessionId })).IsDone.ShouldBeTrue();
        (await world.As(here, new EndSession.Command { Id = there.SessionId })).IsDone.ShouldBeTrue();

        ((await world.Lives(here)), await world.Lives(there)).ShouldBe((true, false));
        (await world.World.Db(db => Task.FromResult(db.Audit.Count(entry => entry.Event == "SessionEnded")))).ShouldBe(1);
    }

    [Fact]
    public async Task A_strangers_session_is_not_there_to_be_ended()
    {
        await using var world = new AccountWorld();
        var (here, stranger) = (await world.Account(), await world.Account("petr@example.cz"));
        (await world.As(here, new EndSession.Command { Id = stranger.SessionId })).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Lives(stranger)).ShouldBeTrue();
    }

    [Fact]
    public async Task All_others_are_ended_and_this_one_stays()
    {
        await using var world = new AccountWorld();
        var (here, stranger) = (await world.Account(), await world.Account("petr@example.cz"));
        var there = (await world.SignIn()).Value;

        (await world.As(here, new EndOtherSessions.Command())).IsDone.ShouldBeTrue();

        (await world.Lives(here), await world.Lives(there), await world.Lives(stranger)).ShouldBe((true, false, true));
    }
}
