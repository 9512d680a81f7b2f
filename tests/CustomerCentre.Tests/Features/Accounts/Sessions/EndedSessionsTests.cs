using System.Security.Claims;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.Sessions;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Accounts.Sessions;

public sealed class EndedSessionsTests
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Pages_of_an_ended_session_are_led_away_and_others_stay()
    {
        await using var world = new AccountWorld();
        var (here, there) = (await world.Account(), (await world.SignIn()).Value);
        var (stays, leaves) = (0, 0);
        using var mine = Pages(world).Add(here.SessionId, () => Count(ref stays));
        using var first = Pages(world).Add(there.SessionId, () => Count(ref leaves));
        using var second = Pages(world).Add(there.SessionId, () => Count(ref leaves));
        var job = Job(world);
        await job.Look(Token);
        (stays, leaves).ShouldBe((0, 0));

        await world.As(here, new EndOtherSessions.Command());
        await job.Look(Token);

        (stays, leaves).ShouldBe((0, 2));
    }

    [Fact]
    public async Task A_running_node_leads_them_away_within_five_seconds()
    {
        await using var world = new AccountWorld();
        var (here, there, told) = (await world.Account(), (await world.SignIn()).Value, new TaskCompletionSource());
        using var page = Pages(world).Add(there.SessionId, () => Tell(told));
        var time = new NoticedTime(world.World.Time.GetUtcNow());
        using var job = ActivatorUtilities.CreateInstance<EndedSessions>(world.World.Services, time);
        await job.StartAsync(Token);
        // The job begins in its own time, and only then does the clock mean something to it.
        await time.IsAwaited();

        await world.As(here, new EndSession.Command { Id = there.SessionId });
        time.Advance(AtMost);

        await told.Task.WaitAsync(Patience, Token);
        await job.StopAsync(Token);
    }

    [Fact]
    public async Task One_query_a_look_serves_every_page_and_none_is_sent_without_pages()
    {
        var log = new CommandLog();
        await using var world = new AccountWorld(log);
        var here = await world.Account();
        var job = Job(world);
        log.Sent.Clear();
        await job.Look(Token);
        log.Sent.ShouldBeEmpty();

        var pages = Enumerable.Range(0, 50).Select(_ => Pages(world).Add(here.SessionId, () => Task.CompletedTask)).ToList();
        await job.Look(Token);

        log.Sent.Count.ShouldBe(1);
        pages.ForEach(page => page.Dispose());
        Pages(world).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_page_that_heard_nothing_is_told_again_until_it_is_gone()
    {
        await using var world = new AccountWorld();
        var here = await world.Account();
        var (told, job) = (0, Job(world));
        var page = Pages(world).Add(here.SessionId, () => ++told == 1 ? throw new InvalidOperationException("no connection") : Task.CompletedTask);
        await world.As(here, new SignOut.Command());

        await job.Look(Token);
        world.World.Time.Advance(TimeSpan.FromMinutes(5));
        await job.Look(Token);
        page.Dispose();
        await job.Look(Token);

        told.ShouldBe(2);
    }

    [Fact]
    public async Task What_such_a_page_sends_next_is_refused_before_anybody_looked()
    {
        await using var world = new AccountWorld();
        var (here, there) = (await world.Account(), (await world.SignIn()).Value);
        await using var circuit = world.World.Services.CreateAsyncScope();
        var sender = new Sender(world.World.Services.GetRequiredService<IServiceScopeFactory>(), circuit.ServiceProvider.GetRequiredService<CurrentUser>(), new Principal(there));
        (await sender.Send(new ListSessions.Query(), Token)).IsDone.ShouldBeTrue();

        await world.As(here, new EndSession.Command { Id = there.SessionId });

        (await sender.Send(new ListSessions.Query(), Token)).Outcome.ShouldBe(Outcome.Refused);
    }

    [Fact]
    public async Task Use_is_marked_every_few_minutes_and_not_at_each_read()
    {
        var log = new CommandLog();
        await using var world = new AccountWorld(log);
        var here = await world.Account();
        await using var circuit = world.World.Services.CreateAsyncScope();
        var sender = new Sender(world.World.Services.GetRequiredService<IServiceScopeFactory>(), circuit.ServiceProvider.GetRequiredService<CurrentUser>(), new Principal(here));
        world.World.Time.Advance(TimeSpan.FromMinutes(6));
        log.Sent.Clear();

        await sender.Send(new ListSessions.Query(), Token);
        await sender.Send(new ListSessions.Query(), Token);

        log.CountOf("UPDATE \"Sessions\"").ShouldBe(1);
        (await sender.Send(new ListSessions.Query(), Token)).Value.Rows.Single().SeenAt.ShouldBeGreaterThan(world.World.Time.GetUtcNow().AddMinutes(-1));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static OpenPages Pages(AccountWorld world) => world.World.Services.GetRequiredService<OpenPages>();

    private static EndedSessions Job(AccountWorld world) => ActivatorUtilities.CreateInstance<EndedSessions>(world.World.Services);

    private static Task Tell(TaskCompletionSource told)
    {
        told.TrySetResult();
        return Task.CompletedTask;
    }

    private static Task Count(ref int told)
    {
        told++;
        return Task.CompletedTask;
    }

    private sealed class Principal(SignedIn person) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(
            new(new ClaimsIdentity([new("sub", $"{person.AccountId}"), new(SessionCheck.SessionClaim, $"{person.SessionId}")], "test"))));
    }
}
