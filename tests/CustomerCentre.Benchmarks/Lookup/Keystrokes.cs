using System.Diagnostics;
using System.Security.Claims;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Support;
using CustomerCentre.Requests;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.FileProviders;
using Microsoft.JSInterop;

namespace CustomerCentre.Benchmarks.Lookup;

/// <summary>
/// From a key to the rows drawn: the page itself in a renderer without a browser, with the session read at every key as a circuit does. The way over the network
/// is not in it, nor the pause between two searches: keys come further apart than that.
/// </summary>
internal static class Keystrokes
{
    private const int Texts = 80;
    private const double MostMilliseconds = 50;

    public static async Task<Row> Measure(string path, FilledWorld world)
    {
        await using var services = Services(path);
        var session = await SignIn(path);
        await using var scope = services.CreateAsyncScope();
        var signedIn = (Agent)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        signedIn.Session = session;
        await using var renderer = new PageRenderer(scope.ServiceProvider);
        await renderer.Open<SupportPage>();
        var texts = Enumerable.Range(0, Texts).Select(i => LookupTexts.Kinds[i % LookupTexts.Kinds.Count].Text(world, new Dice((ulong)i)));
        var keys = texts.SelectMany(text => Enumerable.Range(1, text.Length).Select(length => text[..length])).ToList();
        var (all, plain) = (keys.ConvertAll(_ => new double[Interleaved.Rounds]), keys.ConvertAll(_ => new double[Interleaved.Rounds]));
        for (var round = 0; round < Interleaved.Rounds; round++)
        {
            for (var i = 0; i < keys.Count; i++)
                (all[i][round], plain[i][round]) = (await Press(keys[i]), await Press(""));
        }

        async Task<double> Press(string typed)
        {
            services.GetRequiredService<Keys>().Next();
            var start = Stopwatch.GetTimestamp();
            await renderer.Type(typed);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        var (ours, empty) = (all.ConvertAll(Interleaved.Median), plain.ConvertAll(Interleaved.Median));
        return new(
            $"key → rows drawn, {ours.Count:N0} keys of {Texts} texts among {world.Customers:N0} customers", $"p50 {Interleaved.Median(ours):0.00} ms, p99 {Interleaved.P99(ours):0.00} ms",
            $"a key that searches nothing: p50 {Interleaved.Median(empty):0.00} ms, p99 {Interleaved.P99(empty):0.00} ms", $"p99 ≤ {MostMilliseconds:0} ms", Interleaved.P99(ours) <= MostMilliseconds);
    }

    private static async Task<Guid> SignIn(string path)
    {
        await using var db = new SqliteDb(LookupBenchmark.Options(path));
        var now = TimeProvider.System.GetUtcNow();
        var account = new Account { Id = Guid.CreateVersion7(), Email = "agent@example.cz", NormalizedEmail = "AGENT@EXAMPLE.CZ", CreatedAt = now };
        var session = new Session(account.Id, "192.0.2.1", "", now);
        db.AddRange(account, session, new StaffMember(account.Id, OperatorRole.Agent, now));
        await db.SaveChangesAsync();
        return session.Id;
    }

    private static ServiceProvider Services(string path)
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection([new("ConnectionStrings:CustomerCentre", $"Data Source={path}"), new("Registers:Mode", "Off")]).Build();
        var environment = new Environment();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddSingleton<IHostEnvironment>(environment).AddLogging();
        services.AddPortal(configuration, environment);
        services.AddSingleton<Keys>().AddSingleton<TimeProvider>(provider => provider.GetRequiredService<Keys>());
        services.AddScoped<AuthenticationStateProvider, Agent>().AddScoped<NavigationManager, Address>().AddScoped<IJSRuntime, NoScript>();
        return services.BuildServiceProvider();
    }

    /// <summary>A clock in which keys are pressed one fifth of a second apart, however quickly they are measured.</summary>
    private sealed class Keys : TimeProvider
    {
        private TimeSpan ahead;

        public void Next() => ahead += TimeSpan.FromMilliseconds(200);

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }

    private sealed class Agent : AuthenticationStateProvider
    {
        public Guid Session { get; set; }

        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionCheck.SessionClaim, Session.ToString())], "Benchmark"))));
    }

    private sealed class Address : NavigationManager
    {
        public Address() => Initialize("https://localhost/", "https://localhost/support");

        protected override void NavigateToCore(string uri, NavigationOptions options) => throw new InvalidOperationException("Typing leads nowhere.");
    }

    private sealed class Environment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Benchmark";
        public string ApplicationName { get; set; } = "CustomerCentre";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }

    private sealed class NoScript : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => default;

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => default;
    }
}
