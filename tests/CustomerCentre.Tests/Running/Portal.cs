using CustomerCentre.Data;
using CustomerCentre.Features.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CustomerCentre.Tests.Running;

/// <summary>The whole portal in memory, on a database of its own and with a clock that stands still: tests visit pages in browsers.</summary>
public sealed class Portal : WebApplicationFactory<Program>
{
    /// <summary>The password of every account made here.</summary>
    public const string Password = "modrý kolotoč v aleji";

    private readonly EmptyDatabase database = new(embedded: true);

    /// <summary>Settings beside those every portal here has.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Puts other parts in place of the portal's.</summary>
    public Action<IServiceCollection>? Change { get; init; }

    /// <summary>Noon in Prague on a day of November, so that "today" is unambiguous.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 10, 11, 0, 0, TimeSpan.Zero));

    /// <summary>A browser with cookies of its own.</summary>
    public Browser Browser(string language = "cs") =>
        new(CreateHttp(), language);

    /// <summary>A program that follows no redirect and keeps no cookie.</summary>
    public HttpClient CreateHttp() => CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>A browser in which an account of that e-mail has signed in.</summary>
    public async Task<Browser> SignedIn(string email = "jana@example.cz")
    {
        await Account(email);
        var browser = Browser();
        (await browser.SignIn(email)).Leads.ShouldNotBeNull();
        return browser;
    }

    /// <summary>An account that can sign in with <see cref="Password"/>.</summary>
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
            PasswordHash = Services.GetRequiredService<Passwords>().Hash(Password),
        };
        await Db(db =>
        {
            db.Add(account);
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return account.Id;
    }

    /// <summary>Looks into the database, or writes what a test needs to find there.</summary>
    public async Task<T> Db<T>(Func<CustomerCentreDb, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<CustomerCentreDb>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        database.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        foreach (var (key, value) in database.Settings)
            builder.UseSetting(key, value);
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.UseSetting("Registers:Mode", "Off");
        builder.UseSetting("Accounts:PasswordIterations", "10");
        builder.UseSetting("OldPasswords:Key", Convert.ToBase64String(new byte[32]));
        builder.ConfigureTestServices(services =>
        {
            services.StopTime(Time);
            // A leap of the clock would wake each of the portal's own jobs once for every round it missed.
            foreach (var job in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(Program).Assembly).ToList())
                services.Remove(job);
            Change?.Invoke(services);
        });
    }
}
