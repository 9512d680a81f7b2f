using CustomerCentre.CrashWorker;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Crashes;

/// <summary>What whoever gives the orders knows: the answers so far. An order without one is given again, under the same id.</summary>
internal sealed class Book(IReadOnlyList<Order> orders)
{
    private const int MostAnswersInALife = 4;
    private const int LongestLastBreathMilliseconds = 25;
    private readonly Dictionary<Guid, Answer> answers = [];
    private readonly Dictionary<Guid, DateTimeOffset> begun = [];

    public IReadOnlyDictionary<Guid, Answer> Answers => answers;

    /// <summary>When the life began in which an order was answered.</summary>
    public IReadOnlyDictionary<Guid, DateTimeOffset> Begun => begun;

    public IReadOnlyList<Order> Open => [.. orders.Where(order => !answers.ContainsKey(order.Id))];

    /// <summary>A life that ends by itself when everything is done.</summary>
    public Task Live(World world, CancellationToken cancellationToken) =>
        Live(world, answersBeforeKill: int.MaxValue, TimeSpan.Zero, cancellationToken);

    /// <summary>A life that is ended in the middle of its work, a random number of answers and a random moment later.</summary>
    public Task LiveUntilKilled(World world, Random chance, CancellationToken cancellationToken) => Live(
        world, chance.Next(1, MostAnswersInALife + 1), TimeSpan.FromMilliseconds(chance.Next(LongestLastBreathMilliseconds)), cancellationToken);

    private async Task Live(World world, int answersBeforeKill, TimeSpan lastBreath, CancellationToken cancellationToken)
    {
        var birth = TimeProvider.System.GetUtcNow();
        await using var worker = new WorkerProcess(world);
        var given = worker.Give(Open);
        while (await worker.Read(cancellationToken) is { } answer)
        {
            answer.IsDone.ShouldBeTrue(answer.Text);
            answers.Add(answer.Id, answer);
            begun.Add(answer.Id, birth);
            if (--answersBeforeKill == 0)
            {
                await Task.Delay(lastBreath, cancellationToken);
                worker.Kill();
            }
        }

        await given;
    }
}
