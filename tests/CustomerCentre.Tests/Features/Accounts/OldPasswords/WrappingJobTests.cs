using System.Data.Common;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Tests.Features.Accounts.OldPasswords;

public sealed class WrappingJobTests
{
    private static readonly WrappingOptions Settings = new() { IdleSeconds = 60, PauseMilliseconds = 0 };

    [Fact]
    public async Task It_wraps_what_waits_rests_and_wraps_what_came_meanwhile()
    {
        await using var world = new AccountWorld();
        var time = new NoticedTime(world.World.Time.GetUtcNow());
        using var job = Job(world, time, Settings);
        await world.Old("centre", OldWorld.Centre);

        await job.StartAsync(Token);
        await time.IsAwaited();
        (await Wrapped(world)).ShouldBe(["centre"]);

        await world.Old("eshop", OldWorld.Shop);
        time.Advance(TimeSpan.FromSeconds(Settings.IdleSeconds - 1));
        (await Wrapped(world)).ShouldBe(["centre"]);
        time.Advance(TimeSpan.FromSeconds(1));
        await time.IsAwaited();
        (await Wrapped(world)).ShouldBe(["centre", "eshop"]);
        await job.StopAsync(Token);
    }

    [Fact]
    public async Task A_pass_that_fails_is_made_up_for_by_the_next()
    {
        var outage = new Outage();
        await using var world = new AccountWorld(outage);
        var time = new NoticedTime(world.World.Time.GetUtcNow());
        using var job = Job(world, time, Settings);
        await world.Old("centre", OldWorld.Centre);
        outage.IsOn = true;

        await job.StartAsync(Token);
        await time.IsAwaited();
        outage.IsOn = false;
        (await Wrapped(world)).ShouldBeEmpty();

        time.Advance(TimeSpan.FromSeconds(Settings.IdleSeconds));
        await time.IsAwaited();
        (await Wrapped(world)).ShouldBe(["centre"]);
        await job.StopAsync(Token);
    }

    [Fact]
    public async Task Switched_off_it_leaves_everything_alone()
    {
        await using var world = new AccountWorld();
        using var job = Job(world, new NoticedTime(world.World.Time.GetUtcNow()), new() { IsOn = false });
        await world.Old("centre", OldWorld.Centre);
        await job.StartAsync(Token);
        await job.ExecuteTask!.WaitAsync(Token);
        (await Wrapped(world)).ShouldBeEmpty();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static WrappingJob Job(AccountWorld world, TimeProvider time, WrappingOptions options)
    {
        var (services, settings) = (world.World.Services, Options.Create(options));
        return ActivatorUtilities.CreateInstance<WrappingJob>(services, ActivatorUtilities.CreateInstance<Wrapping>(services, settings), time, settings);
    }

    private static Task<List<string>> Wrapped(AccountWorld world) =>
        world.World.Db(db => db.OldPasswords.Where(old => old.State == OldHashState.Wrapped).OrderBy(old => old.Service).Select(old => old.Service).ToListAsync(Token));

    /// <summary>A database that answers nobody for a while.</summary>
    private sealed class Outage : DbCommandInterceptor
    {
        public volatile bool IsOn;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData,
            InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            IsOn ? throw new TimeoutException("The database does not answer.") : ValueTask.FromResult(result);
    }
}
