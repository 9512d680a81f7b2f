using System.Globalization;
using Bunit;
using CustomerCentre.Data.Lookup;
using CustomerCentre.Features.Support;
using CustomerCentre.Requests;
using CustomerCentre.Shell;
using CustomerCentre.Tests.Running;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace CustomerCentre.Tests.Features.Support;

/// <summary>An agent in front of the search: the page on the real store, in Czech.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly BunitContext browser = new();

    public Desk(SlowSearches? slow = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("cs");
        BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(20);
        World = new(services =>
        {
            if (slow is not null)
                services.AddSingleton<IRequestHandler<FindCustomers.Query, Result<LookupAnswer>>>(slow);
        });
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        browser.Services.AddMudServices();
        browser.Services.AddSingleton<TimeProvider>(World.Time);
        browser.Services.Configure<OperatorOptions>(options => options.Brand = "Operator");
        var agent = new CurrentUser();
        agent.SignIn(Guid.CreateVersion7(), Guid.Empty, [Policies.SupportStaff]);
        browser.Services.AddSingleton(new Sender(World.Services.GetRequiredService<IServiceScopeFactory>(), agent, new Nobody()));
    }

    public World World { get; }

    public string Address => Navigation.ToBaseRelativePath(Navigation.Uri);

    /// <summary>What the page put the focus on by its id.</summary>
    public IEnumerable<object?> Focused => browser.JSInterop.Invocations["customerCentre.focus"].Select(call => call.Arguments[0]);

    private NavigationManager Navigation => browser.Services.GetRequiredService<NavigationManager>();

    public IRenderedComponent<SupportPage> Open(string query = "")
    {
        Navigation.NavigateTo($"support{query}");
        return browser.Render<SupportPage>();
    }

    /// <summary>Waits until the page has led there.</summary>
    public async Task Leads(string address)
    {
        var isThere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Navigation.LocationChanged += (_, _) => Look();
        Look();
        await isThere.Task.WaitAsync(BunitContext.DefaultWaitTimeout, Xunit.TestContext.Current.CancellationToken);

        void Look()
        {
            if (Address == address)
                isThere.TrySetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await World.DisposeAsync();
    }

    private sealed class Nobody : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => throw new InvalidOperationException();
    }
}
