using CustomerCentre.Data;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Data;

public sealed class FailuresTests
{
    private static readonly FailureLimit Limit = new("Test", PerAccount: 9, PerAddress: 2, PerTarget: 9, TimeSpan.FromDays(1));
    private static readonly FailureLimit ByAccount = new("Test", PerAccount: 5, PerAddress: 1000, PerTarget: 1000, TimeSpan.FromDays(1));
    private static readonly Guid Me = Guid.CreateVersion7();

    [Theory]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:1:ffff::2", Standing.Shut)]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:2::1", Standing.Open)]
    [InlineData("192.0.2.1", "192.0.2.1", Standing.Shut)]
    [InlineData("192.0.2.1", "192.0.2.2", Standing.Open)]
    [InlineData("", "", Standing.Open)]
    public async Task Failures_of_one_network_are_counted_together(string failed, string next, Standing standing)
    {
        await using var world = new World();
        for (var i = 0; i < 2; i++)
            await Guess(world, Limit, $"{i}", isRight: false, Guid.CreateVersion7(), failed);

        (await Guess(world, Limit, "next", isRight: true, Guid.CreateVersion7(), next)).ShouldBe(standing);
    }

    [Fact]
    public async Task A_guess_is_counted_before_the_look_and_given_back_when_it_was_right()
    {
        await using var world = new World();
        var during = new List<int>();

        await Guess(world, Limit, "right", isRight: true, look: async db => during.AddRange(await db.Attempts.Select(counter => counter.Count).ToListAsync()));

        during.ShouldBe([1, 1, 1]);
        (await Counts(world)).ShouldBe([0, 0, 0]);
    }

    [Fact]
    public async Task Two_hundred_parallel_guesses_count_as_two_hundred_and_five_are_looked_at()
    {
        await using var world = new World();
        var looks = 0;
        var standings = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => Guess(world, ByAccount, $"{i}", isRight: false, look: _ =>
        {
            Interlocked.Increment(ref looks);
            return Task.CompletedTask;
        }))));

        looks.ShouldBe(5);
        standings.Count(standing => standing == Standing.Open).ShouldBe(5);
        (await Counts(world)).Max().ShouldBe(200);
    }

    [Fact]
    public async Task Right_guesses_never_crowd_each_other_out()
    {
        await using var world = new World();
        var standings = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => Guess(world, ByAccount, $"{i}", isRight: true))));

        standings.ShouldAllBe(standing => standing == Standing.Open);
        (await Counts(world)).ShouldAllBe(count => count == 0);
    }

    [Fact]
    public async Task The_same_mistake_32_times_at_once_is_one_even_as_the_last_that_is_let_pass()
    {
        await using var world = new World();
        for (var i = 0; i < 4; i++)
            await Guess(world, ByAccount, $"{i}", isRight: false);

        var standings = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Guess(world, ByAccount, "same", isRight: false))));

        standings.ShouldAllBe(standing => standing == Standing.Open);
        (await Counts(world)).Max().ShouldBe(5);
        (await Guess(world, ByAccount, "other", isRight: true)).ShouldBe(Standing.Shut);
    }

    [Fact]
    public async Task A_refused_guess_is_no_mistake_that_would_pass_when_it_is_sent_again()
    {
        await using var world = new World();
        for (var i = 0; i < 5; i++)
            await Guess(world, ByAccount, $"{i}", isRight: false);

        (await Guess(world, ByAccount, "again", isRight: false)).ShouldBe(Standing.Shut);
        (await Guess(world, ByAccount, "again", isRight: false)).ShouldBe(Standing.Shut);
    }

    [Fact]
    public async Task A_target_is_shut_for_everybody_and_nothing_is_looked_at()
    {
        await using var world = new World();
        var limit = ByAccount with { PerTarget = 3 };
        for (var i = 0; i < 3; i++)
            await Guess(world, limit, $"{i}", isRight: false, Guid.CreateVersion7());

        var looked = false;
        (await Guess(world, limit, "right", isRight: true, Guid.CreateVersion7(), look: _ =>
        {
            looked = true;
            return Task.CompletedTask;
        })).ShouldBe(Standing.TargetShut);
        looked.ShouldBeFalse();
    }

    [Fact]
    public async Task Within_the_works_transaction_nothing_can_be_guarded() =>
        await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await using var world = new World();
            await using var scope = world.Services.CreateAsyncScope();
            var failures = scope.ServiceProvider.GetRequiredService<Failures>();
            await scope.ServiceProvider.GetRequiredService<CustomerCentreDb>().InTransaction(
                token => failures.Guard(Limit, "target", "mistake", _ => Task.FromResult(true), token), TestContext.Current.CancellationToken);
        });

    private static async Task<Standing> Guess(
        World world, FailureLimit limit, string guess, bool isRight, Guid? account = null, string address = "192.0.2.1", Func<CustomerCentreDb, Task>? look = null)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var user = scope.ServiceProvider.GetRequiredService<CurrentUser>();
        user.Address = address;
        user.SignIn(account ?? Me, Guid.Empty, []);
        return await scope.ServiceProvider.GetRequiredService<Failures>().Guard(limit, "target", guess, async _ =>
        {
            if (look is not null)
                await look(scope.ServiceProvider.GetRequiredService<CustomerCentreDb>());
            return isRight;
        }, TestContext.Current.CancellationToken);
    }

    private static Task<List<int>> Counts(World world) => world.Db(db => db.Attempts.Select(counter => counter.Count).ToListAsync());
}
