using CustomerCentre.Data;
using CustomerCentre.Domain.Records;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Data;

public sealed class TransactionTests
{
    [Fact]
    public async Task Work_that_loses_several_races_is_done_once_in_the_end()
    {
        await using var world = new World();
        var races = 0;

        await world.Db(db => db.InTransaction(async token =>
        {
            Count(db, "ours");
            await db.SaveChangesAsync(token);
            return ++races < 4 ? throw new DbUpdateConcurrencyException() : races;
        }, TestContext.Current.CancellationToken));

        (races, await Rows(world)).ShouldBe((4, 1));
    }

    [Fact]
    public async Task Work_that_can_never_win_ends_with_the_reason_and_leaves_nothing()
    {
        await using var world = new World();
        await world.Add(new AttemptCounter { Key = "theirs" });

        await Should.ThrowAsync<DbUpdateException>(() => world.Db(db => db.InTransaction(token =>
        {
            Count(db, "ours");
            Count(db, "theirs");
            return db.SaveChangesAsync(token);
        }, TestContext.Current.CancellationToken)));

        (await Rows(world)).ShouldBe(1);
    }

    [Fact]
    public async Task Work_that_fails_for_another_reason_is_not_repeated()
    {
        await using var world = new World();
        var tries = 0;

        await Should.ThrowAsync<FormatException>(() => world.Db(db => db.InTransaction<int>(_ => throw new FormatException($"{++tries}"), TestContext.Current.CancellationToken)));

        tries.ShouldBe(1);
    }

    private static void Count(CustomerCentreDb db, string key) => db.Attempts.Add(new AttemptCounter { Key = key });

    private static Task<int> Rows(World world) => world.Db(db => db.Attempts.CountAsync());
}
