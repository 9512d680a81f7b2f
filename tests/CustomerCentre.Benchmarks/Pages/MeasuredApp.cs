using System.Diagnostics;
using System.IO.Pipes;
using CustomerCentre.EndToEnd.Running;

namespace CustomerCentre.Benchmarks.Pages;

/// <summary>A web app in a process of its own, whose processor time and memory are read from outside.</summary>
internal sealed class MeasuredApp : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private readonly string pipe = $"customercentre-{Guid.NewGuid():n}";
    private readonly AppProcess process;

    private MeasuredApp(string assembly, string[] arguments, string database)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { WorkingDirectory = Path.GetDirectoryName(Repository.AppAssembly) };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ConnectionStrings__CustomerCentre"] = $"Data Source={database}";
        start.Environment["Registers__Mode"] = "Off";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        // Threads that look for work in vain between two requests would count as the pages' own.
        start.Environment["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0";
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(MeasuredApp).Assembly.Location;
        start.Environment[StartupHook.Variable] = pipe;
        process = new AppProcess(start);
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Processor time it has used so far.</summary>
    public TimeSpan Cpu => process.Cpu;

    public static async Task<MeasuredApp> Start(string assembly, string[] arguments, string database)
    {
        var app = new MeasuredApp(assembly, arguments, database);
        app.Address = new UriBuilder("http", "localhost", await app.process.Listening(StartLimit)).Uri;
        return app;
    }

    /// <summary>Bytes of managed memory alive after a full collection.</summary>
    public async Task<long> Alive()
    {
        await using var client = new NamedPipeClientStream(".", pipe, PipeDirection.InOut);
        await client.ConnectAsync(10_000);
        using var reader = new BinaryReader(client);
        return reader.ReadInt64();
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
