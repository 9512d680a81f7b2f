using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CustomerCentre.CrashWorker;

/// <summary>
/// The portal without its web face, made to be killed: reads orders from standard input, carries out four at once and writes an answer to each. It ends
/// with its input. The database comes from the settings, as in the portal.
/// </summary>
internal static class Worker
{
    private const int AtOnce = 4;
    private const double SlowestAnswer = 2;

    private static async Task Main(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddPortal(builder.Configuration, builder.Environment);
        // Built and never started, so that nothing but orders writes to the database.
        using var host = builder.Build();
        var orders = new Orders(host.Services.GetRequiredService<IServiceScopeFactory>());

        await Parallel.ForEachAsync(Lines(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (line, _) =>
        {
            var begin = TimeProvider.System.GetTimestamp();
            var answer = await orders.CarryOut(JsonSerializer.Deserialize<Order>(line)!);
            // As on a slow network: so that kills also fall between deeds and their answers, however slow the machine is.
            await Task.Delay(TimeProvider.System.GetElapsedTime(begin) * Random.Shared.NextDouble() * SlowestAnswer, CancellationToken.None);
            Write(JsonSerializer.Serialize(answer));
        });
    }

    private static async IAsyncEnumerable<string> Lines()
    {
        while (await Console.In.ReadLineAsync() is { } line)
            yield return line;
    }

    // Standard output is flushed at each write, and one write is one line.
    private static void Write(string answer) => Console.Out.Write(answer + "\n");
}
