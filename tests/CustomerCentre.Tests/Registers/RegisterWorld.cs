using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using CustomerCentre.Registers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CustomerCentre.Tests.Registers;

/// <summary>The real registers wired as in the program, pointed at a stub, with short times.</summary>
public sealed class RegisterWorld : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    private readonly ServiceProvider services;

    public RegisterWorld(Uri address, string environment = "Production", string mode = "Live", int timeOut = 5000, int perMinute = 450)
    {
        var settings = new Dictionary<string, string?> { ["Registers:Mode"] = mode };
        foreach (var register in (string[])["Ares", "Rpo", "Vies"])
        {
            settings[$"Registers:{register}:Address"] = address.ToString();
            settings[$"Registers:{register}:PerMinute"] = $"{perMinute}";
            settings[$"Registers:{register}:RetryDelay"] = "00:00:00.001";
            settings[$"Registers:{register}:TimeOut"] = TimeSpan.FromMilliseconds(timeOut).ToString();
        }

        var log = new Listener(Lines);
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(Now))
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment })
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .AddRegisters(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider(validateScopes: true);
    }

    public CompanyRegister Register => services.GetRequiredService<CompanyRegister>();

    /// <summary>Everything logged at any level.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>An address that refuses: bound, so nobody else gets it, and never listening.</summary>
    public static (Uri Address, Socket Holder) Refusing()
    {
        var holder = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        holder.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (new($"http://{holder.LocalEndPoint}"), holder);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private sealed class Listener(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue($"Scope {state}");
            return null;
        }

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? error, Func<TState, Exception?, string> text) =>
            lines.Enqueue($"{level} {text(state, error)} {error}");

        public void Dispose()
        {
        }
    }
}
