using System.Collections.Concurrent;
using CustomerCentre.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CustomerCentre.Tests.Features.SingleSignOn;

public sealed class LogTests
{
    [Fact]
    public async Task What_is_secret_or_personal_is_in_no_line_of_the_log()
    {
        var lines = new ConcurrentQueue<string>();
        await using var world = new ServicePortal(services => services.AddLogging(logging => logging.AddProvider(new Lines(lines)).SetMinimumLevel(LogLevel.Trace)), ("Logging:LogLevel:Default", "Information"));
        using var browser = await world.Portal.SignedIn();
        var code = await world.Shop.Code(browser, ("login_hint", "jana@example.cz"));
        var tokens = await Service.TokensIn(await world.Shop.Exchange(code));
        var renewed = await Service.TokensIn(await world.Shop.Refresh(tokens.Refresh!));
        await world.Shop.UserInfo(tokens.Access);
        await world.Shop.UserInfoByBody(tokens.Access);
        await world.Shop.Introspect(tokens.Access);
        // What goes wrong is written down more.
        await world.Shop.Exchange(code);
        await world.Shop.Exchange(await world.Shop.Code(browser), ("client_secret", "a wrong secret"));
        await world.Shop.Exchange(await world.Shop.Code(browser), ("code_verifier", new string('w', 64)));
        await world.Mpohoda.Refresh(renewed.Refresh!);
        await world.Shop.UserInfo(renewed.Access[..^4] + "AAAA");
        await browser.Get(world.Shop.Request(("login_hint", "jana@example.cz"), ("id_token_hint", tokens.Id), ("scope", "openid everything")));
        await browser.Get($"/connect/sign-out?id_token_hint={tokens.Id}&logout_hint=jana%40example.cz");

        lines.ShouldNotBeEmpty();
        string[] secrets = [code, tokens.Id!, tokens.Access, tokens.Refresh!, renewed.Access, renewed.Refresh!, ServicePortal.Secret, "a wrong secret", Service.Verifier, new('w', 64), Portal.Password];
        lines.Where(line => secrets.Append("jana").Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // Holds nothing.
        }
    }
}
