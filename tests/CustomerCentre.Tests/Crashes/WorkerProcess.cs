using System.Diagnostics;
using System.Text.Json;
using CustomerCentre.CrashWorker;
using CustomerCentre.Data;
using CustomerCentre.Tests.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Crashes;

/// <summary>One life of the crash worker on a world's database.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly string[] Passed = [$"ConnectionStrings:{DataSetup.ConnectionName}", "Database:Provider", "Database:MaxBatchSize", "Registers:Mode"];
    private readonly Process process;

    public WorkerProcess(World world)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(Order).Assembly.Location])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var settings = world.Services.GetRequiredService<IConfiguration>();
        foreach (var key in Passed)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = settings[key];
        start.Environment["DOTNET_ENVIRONMENT"] = "Testing";
        process = Process.Start(start)!;
    }

    /// <summary>Gives it all its work at once; it ends by itself when that is done.</summary>
    public async Task Give(IEnumerable<Order> orders)
    {
        try
        {
            await process.StandardInput.WriteAsync(string.Concat(orders.Select(order => JsonSerializer.Serialize(order) + "\n")));
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Killed while it was still reading.
        }
    }

    /// <summary>The next answer; nothing when it has ended.</summary>
    public async Task<Answer?> Read(CancellationToken cancellationToken) =>
        await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line ? JsonSerializer.Deserialize<Answer>(line) : null;

    /// <summary>As <c>kill -9</c> does. What it wrote before can still be read.</summary>
    public void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }
}
