using CustomerCentre.Data;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Data;

public sealed class AttemptsTests
{
    private static readonly AttemptLimit Limit = new("Test", 3, TimeSpan.FromMinutes(10));

    [Fact]
    public async Task Tries_beyond_the_limit_are_refused_until_the_window_ends()
    {
        await using var world = new World();
        for (var i = 0; i < 3; i++)
            (await Take(world, "jana")).ShouldBeTrue();
        (await Take(world, "jana")).ShouldBeFalse();
        (await Take(world, "petr")).ShouldBeTrue();

        world.Time.Advance(TimeSpan.FromMinutes(10));
        (await Take(world, "jana")).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_hundred_parallel_tries_count_as_two_hundred()
    {
        await using var world = new World();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => Take(world, "jana"))));

        answers.Count(allowed => allowed).ShouldBe(3);
        (await world.Db(db => Task.FromResult(db.Attempts.Single().Count))).ShouldBe(200);
    }

    [Fact]
    public async Task Two_who_begin_a_new_window_at_once_count_as_two()
    {
        var rival = new Rival("\"ResetsAt\" <=");
        await using var world = new World(services => services.ConfigureDbContext<SqliteDb>(db => db.AddInterceptors(rival)));
        for (var i = 0; i < 3; i++)
            await Take(world, "jana");
        world.Time.Advance(TimeSpan.FromMinutes(10));

        // What another node has committed between our look at the old window and our writing of the new one.
        rival.Work = (db, token) => db.Attempts.ExecuteUpdateAsync(set => set
            .SetProperty(counter => counter.Count, 1).SetProperty(counter => counter.ResetsAt, world.Time.GetUtcNow().AddMinutes(10)), token);

        (await Take(world, "jana")).ShouldBeTrue();
        rival.HasWorked.ShouldBeTrue();
        (await world.Db(db => db.Attempts.SingleAsync())).Count.ShouldBe(2);
    }

    private static async Task<bool> Take(World world, string subject)
    {
        await using var scope = world.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Attempts>().Take(Limit, subject, TestContext.Current.CancellationToken);
    }
}
