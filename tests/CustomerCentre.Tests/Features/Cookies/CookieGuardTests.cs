using System.Collections.Concurrent;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CustomerCentre.Tests.Features.Cookies;

public sealed class CookieGuardTests
{
    private readonly ConcurrentQueue<string> logged = new();

    [Theory]
    [InlineData("Development")]
    [InlineData("Testing")]
    [InlineData("Staging")]
    public async Task A_cookie_that_nobody_listed_fails_at_once(string environment)
    {
        var error = await Should.ThrowAsync<InvalidOperationException>(() => SetCookies(environment, CookieGroups.Necessary, http => http.Response.Cookies.Append("stowaway", "1")));
        error.Message.ShouldContain("stowaway");
    }

    [Fact]
    public async Task In_Production_it_is_left_out_and_logged_by_name_alone()
    {
        var set = await SetCookies("Production", CookieGroups.Necessary, http =>
        {
            http.Response.Cookies.Append("stowaway", "secret-value");
            http.Response.Cookies.Append("scheme", "dark");
        });
        set.ShouldHaveSingleItem().ShouldStartWith("scheme=dark");
        logged.ShouldHaveSingleItem().ShouldContain("stowaway");
        logged.ShouldAllBe(line => !line.Contains("secret-value", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CookieGroups.Statistics, true)]
    [InlineData(CookieGroups.Statistics | CookieGroups.Advertising, true)]
    [InlineData(CookieGroups.Advertising, false)]
    [InlineData(CookieGroups.Necessary, false)]
    public async Task An_optional_cookie_needs_consent_to_its_group(CookieGroups allowed, bool isSet)
    {
        var set = await SetCookies("Production", allowed, http => http.Response.Cookies.Append("_visits", "1"));
        set.Count.ShouldBe(isSet ? 1 : 0);
    }

    [Fact]
    public async Task Removing_an_optional_cookie_needs_none()
    {
        var set = await SetCookies("Testing", CookieGroups.Necessary, http => http.Response.Cookies.Delete("_visits"));
        set.ShouldHaveSingleItem().ShouldStartWith("_visits=;");
    }

    private async Task<IReadOnlyList<string>> SetCookies(string environment, CookieGroups allowed, Action<HttpContext> answer)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(new Lines(logged)).SetMinimumLevel(LogLevel.Error);
        builder.Services.Configure<ConsentOptions>(options => options.Statistics.Cookies.Add(new() { Name = "_visits", Days = 30 }));
        await using var app = builder.Build();
        app.UseCookieGuard();
        app.Run(http =>
        {
            (ConsentState.Nothing with { Allowed = allowed }).Keep(http);
            answer(http);
            return http.Response.WriteAsync("done");
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        var response = await app.GetTestClient().GetAsync("/", TestContext.Current.CancellationToken);
        return response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
            // Holds nothing.
        }
    }
}
