using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Crashes;

/// <summary>Real processes on one database, because only a real one can be killed.</summary>
public sealed class CrashTests
{
    private const int MostKills = 12;
    private const int Limit = 60_000;

    /// <summary>A busy machine starts a process slowly; it gets fewer kills rather than no time for the end.</summary>
    private static readonly TimeSpan TimeForKills = TimeSpan.FromSeconds(30);

    [Fact(Timeout = Limit)]
    public async Task Kills_at_random_points_lose_nothing_that_was_acknowledged_and_repeat_nothing()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var world = new World();
        var work = await Work.Prepare(world);
        var (seed, book) = (Random.Shared.Next(), new Book(work.Orders));
        var chance = new Random(seed);
        var (kills, begin) = (0, TimeProvider.System.GetTimestamp());
        for (; kills < MostKills && book.Open.Count > 0 && TimeProvider.System.GetElapsedTime(begin) < TimeForKills; kills++)
            await book.LiveUntilKilled(world, chance, cancellationToken);
        await book.Live(world, cancellationToken);

        var findings = await Findings.Read(world);
        findings.Of(work.Orders, book.Answers).ShouldBeEmpty($"{kills} kills, seed {seed}");
        findings.WrittenBefore(book.Begun).ShouldBeGreaterThan(0, $"no kill fell between a deed and its answer: {kills} kills, seed {seed}");
    }

    [Fact(Timeout = Limit)]
    public async Task Everything_sent_again_changes_nothing_and_gets_the_same_answers()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var world = new World();
        var work = await Work.Prepare(world);
        var (first, second) = (new Book(work.Orders), new Book(work.Orders));

        await first.Live(world, cancellationToken);
        var rows = await world.Db(DatabaseFile.Rows);
        await second.Live(world, cancellationToken);

        second.Answers.Values.ShouldBe(first.Answers.Values, ignoreOrder: true);
        (await world.Db(DatabaseFile.Rows)).ShouldBe(rows);
        (await Findings.Read(world)).Of(work.Orders, second.Answers).ShouldBeEmpty();
    }

    [Fact(Timeout = Limit)]
    public async Task Two_processes_given_the_same_work_at_once_do_it_once_and_answer_alike()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var world = new World();
        var work = await Work.Prepare(world);
        var (one, other) = (new Book(work.Orders), new Book(work.Orders));

        await Task.WhenAll(one.Live(world, cancellationToken), other.Live(world, cancellationToken));

        other.Answers.Values.ShouldBe(one.Answers.Values, ignoreOrder: true);
        (await Findings.Read(world)).Of(work.Orders, one.Answers).ShouldBeEmpty();
    }
}
