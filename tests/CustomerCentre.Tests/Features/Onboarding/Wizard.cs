using System.Globalization;
using Bunit;
using CustomerCentre.Features.Onboarding;
using CustomerCentre.Requests;
using CustomerCentre.Shell;
using CustomerCentre.Tests.Running;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace CustomerCentre.Tests.Features.Onboarding;

/// <summary>A person in front of the wizard: pages on real handlers and a database of their own, in Czech.</summary>
internal sealed class Wizard : IAsyncDisposable
{
    private readonly BunitContext browser = new();

    private Wizard(World world, Guid me)
    {
        (World, Me) = (world, me);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("cs");
        // Machines that run all tests at once are slow; a passing test does not wait.
        BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(20);
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        browser.Services.AddMudServices();
        browser.Services.AddSingleton<TimeProvider>(world.Time).AddValidatorsFromAssembly(typeof(Program).Assembly, ServiceLifetime.Singleton);
        browser.Services.Configure<OperatorOptions>(options =>
        {
            (options.Brand, options.HomeCountry) = ("Operator", "CZ");
            options.Entities["CZ"] = new() { SupportPhone = "+420 567 117 711", SupportEmail = "podpora@example.cz" };
        });
        var user = new CurrentUser();
        user.SignIn(me, Guid.Empty, []);
        browser.Services.AddSingleton(new Sender(world.Services.GetRequiredService<IServiceScopeFactory>(), user, new Nobody()));
    }

    public World World { get; }

    public Guid Me { get; }

    public string Address => Navigation.ToBaseRelativePath(Navigation.Uri);

    private NavigationManager Navigation => browser.Services.GetRequiredService<NavigationManager>();

    public static async Task<Wizard> Begin(params (string Key, string? Value)[] settings)
    {
        var world = new World(null, settings);
        return new Wizard(world, await world.Account());
    }

    /// <summary>A draft on the given way, with the given sections kept.</summary>
    public async Task<Guid> Draft(OnboardingPath? path, params (string Section, object Value)[] kept)
    {
        var id = Guid.CreateVersion7();
        (await World.Send(new OpenDraft.Command(id, StartAnother: true), Me)).IsDone.ShouldBeTrue();
        (string, object)[] all = path is null ? [] : [(nameof(DraftAnswers.Start), new StartForm { Path = path }), .. kept];
        foreach (var (section, value) in all)
            (await World.Send(KeepDraft.Command.Of(id, section, value, Steps.Start), Me)).IsDone.ShouldBeTrue();
        return id;
    }

    public async Task<DraftAnswers> Answers(Guid draft) => (await World.Send(new ReadDraft.Query(draft), Me)).Value.Answers;

    /// <summary>Opens a page and waits until it has drawn its heading.</summary>
    public IRenderedComponent<T> Open<T>(string address)
        where T : IComponent
    {
        Navigation.NavigateTo(address);
        var page = browser.Render<T>();
        page.WaitForElement("h1", TimeSpan.FromSeconds(10));
        return page;
    }

    /// <summary>Opens a page that leads elsewhere, and says where.</summary>
    public async Task<string> Arrive<T>(string address)
        where T : IComponent
    {
        Navigation.NavigateTo(address);
        var before = Address;
        browser.Render<T>();
        for (var i = 0; i < 400 && Address == before; i++)
            await Task.Delay(50, Xunit.TestContext.Current.CancellationToken);
        return Address;
    }

    /// <summary>Opens a page and says whether it answered that there is no such thing.</summary>
    public async Task<bool> Misses<T>(string address)
        where T : IComponent
    {
        Navigation.NavigateTo(address);
        var missed = false;
        Navigation.OnNotFound += (_, _) => missed = true;
        browser.Render<T>();
        for (var i = 0; i < 400 && !missed; i++)
            await Task.Delay(50, Xunit.TestContext.Current.CancellationToken);
        return missed;
    }

    /// <summary>Waits until the person is led to an address that begins so. Leaving draws nothing, so there is no drawing to wait for.</summary>
    public async Task Leads(string address)
    {
        for (var i = 0; i < 400 && !Address.StartsWith(address, StringComparison.Ordinal); i++)
            await Task.Delay(50, Xunit.TestContext.Current.CancellationToken);
        Address.ShouldStartWith(address);
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
