using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CustomerCentre.Tests.Running;

/// <summary>
/// The portal without its web face, on a database of its own and with a clock that stands still: tests send requests as somebody and look into the database.
/// </summary>
public sealed class World : IAsyncDisposable
{
    private readonly EmptyDatabase database = new();
    private readonly ServiceProvider services;

    public World(Action<IServiceCollection>? change = null, params (string Key, string? Value)[] settings)
    {
        var values = settings.ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var (key, value) in database.Settings)
            values.TryAdd(key, value);
        values.TryAdd("Registers:Mode", "Off");
        values.TryAdd("Accounts:PasswordIterations", "10");
        values.TryAdd("OldPasswords:Key", Convert.ToBase64String(new byte[32]));
        // The portal's own settings lie beside the tests; mail is signed with the operator's name.
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).AddInMemoryCollection(values).Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration).AddSingleton<IHostEnvironment>(new TestEnvironment()).AddLogging();
        collection.AddPortal(configuration, new TestEnvironment());
        collection.StopTime(Time);
        change?.Invoke(collection);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    /// <summary>Noon in Prague on a day of November, so that "today" is unambiguous.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 10, 11, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => services;

    /// <summary>Sends a request as an account, or as a visitor.</summary>
    public async Task<Result<T>> Send<T>(IRequest<Result<T>> request, Guid? account = null, string[]? policies = null, string address = "192.0.2.1", string? trustToken = null)
    {
        await using var scope = services.CreateAsyncScope();
        var user = scope.ServiceProvider.GetRequiredService<CurrentUser>();
        (user.Address, user.TrustToken) = (address, trustToken);
        if (account is { } id)
            user.SignIn(id, Guid.Empty, policies ?? []);
        try
        {
            return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, TestContext.Current.CancellationToken);
        }
        catch (NotAllowedException)
        {
            return Result<T>.Refused;
        }
    }

    /// <summary>Looks into the database, or writes what a test needs to find there.</summary>
    public async Task<T> Db<T>(Func<CustomerCentreDb, Task<T>> use)
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<CustomerCentreDb>());
    }

    /// <summary>Adds rows.</summary>
    public Task Add(params object[] rows) => Db(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    /// <summary>An account with a confirmed e-mail and no way to sign in, for tests that begin behind the sign-in.</summary>
    public async Task<Guid> Account(string email = "jana@example.cz")
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            Email = email,
            UserName = email,
            NormalizedEmail = email.ToUpperInvariant(),
            NormalizedUserName = email.ToUpperInvariant(),
            EmailConfirmed = true,
            CreatedAt = Time.GetUtcNow(),
        };
        await Add(account);
        return account.Id;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        database.Dispose();
    }

    private sealed class TestEnvironment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Testing";
        public string ApplicationName { get; set; } = "CustomerCentre";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
