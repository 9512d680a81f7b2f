using System.Collections.Concurrent;
using CustomerCentre.Features.Support;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Data.Lookup;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CustomerCentre.Tests.Features.Support;

public sealed class FindCustomersTests
{
    [Theory]
    [InlineData(Policies.SupportStaff, true)]
    [InlineData(Policies.Auditor, false)]
    [InlineData(Policies.PartnerManager, false)]
    [InlineData(Policies.SignedIn, false)]
    public async Task Only_support_staff_search(string policy, bool may)
    {
        await using var world = new World();
        (await world.Send(new FindCustomers.Query("novak"), Guid.CreateVersion7(), [policy])).IsDone.ShouldBe(may);
    }

    [Fact]
    public async Task A_visitor_does_not_search()
    {
        await using var world = new World();
        (await world.Send(new FindCustomers.Query("novak"))).Outcome.ShouldBe(Outcome.Refused);
    }

    [Fact]
    public async Task A_search_leaves_no_trace_in_the_logs_and_none_in_the_database()
    {
        var log = new Written();
        await using var world = new World(services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));
        await world.Known("1234", "Tajemství");
        log.Lines.Clear();
        (await world.Find("tajemstvi")).Rows.ShouldNotBeEmpty();
        log.Lines.ShouldAllBe(line => !line.Contains("tajemstvi", StringComparison.OrdinalIgnoreCase));
        (await world.Db(db => db.LookUps.CountAsync())).ShouldBe(0);
        new FindCustomers.Query("tajemstvi").ToString()!.ShouldNotContain("tajemstvi");
    }

    private sealed class Written : ILoggerProvider, ILogger
    {
        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
