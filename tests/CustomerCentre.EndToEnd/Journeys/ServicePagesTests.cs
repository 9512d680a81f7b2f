namespace CustomerCentre.EndToEnd.Journeys;

/// <summary>What a person sees when a service sends them here with a request that leads nowhere.</summary>
public sealed class ServicePagesTests(Portal portal) : Journey(portal)
{
    [Theory]
    [InlineData("/connect/authorize?client_id=nobody&response_type=code&redirect_uri=https%3A%2F%2Felsewhere.example%2F", "service-problem")]
    [InlineData("/connect/sign-out?post_logout_redirect_uri=https%3A%2F%2Felsewhere.example%2F", "service-problem-leaving")]
    public async Task A_request_that_leads_nowhere_says_what_to_do_and_repeats_nothing(string address, string name)
    {
        Faults.Expect("400");
        await Open(address);
        await Me.FitsEveryLanguage(name);
        (await Page.Locator("body").InnerTextAsync()).ShouldNotContain("elsewhere");
        Page.Url.ShouldNotContain("elsewhere");
    }

    [Fact]
    public async Task An_old_address_of_a_consent_says_what_to_do()
    {
        await Me.SignIn("firma@example.cz");
        await Open("/connect/consent?returnUrl=%2Flicences");
        await Me.FitsEveryLanguage("service-consent-nothing");
        (await Page.Locator("main form button").CountAsync()).ShouldBe(0);
    }
}
