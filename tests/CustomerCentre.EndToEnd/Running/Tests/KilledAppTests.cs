using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Running.Tests;

public sealed class KilledAppTests(Portal portal, OwnApp own) : Journey(portal, own), IClassFixture<OwnApp>
{
    [Fact]
    public async Task A_visitor_goes_on_after_a_kill_and_a_restart()
    {
        Faults.Expect("404 GET /");
        Faults.ExpectLostApp();
        await Reach();
        await App.KillAsync();
        await Should.ThrowAsync<PlaywrightException>(Reach);
        await App.RestartAsync();
        await Reach();
    }

    private Task Reach() => Page.EvaluateAsync("address => fetch(address, { mode: 'no-cors' })", App.Address.AbsoluteUri);
}
