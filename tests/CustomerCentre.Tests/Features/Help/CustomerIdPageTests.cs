using CustomerCentre.Features.Onboarding;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Tests.Shell;
using Microsoft.AspNetCore.Components;

namespace CustomerCentre.Tests.Features.Help;

public sealed class CustomerIdPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task It_is_static_and_shows_the_place_in_a_picture_and_in_words()
    {
        var page = await site.Read("/help/customer-id?returnUrl=%2Fonboarding%2Fstart%3Fdraft%3D1");
        page.ShouldNotContain("<!--Blazor:{\"type\":\"server\"");
        page.ShouldContain("class=\"marked\"");
        page.ShouldContain("Pod nadpisem vlevo nahoře");
        page.ShouldContain("href=\"/onboarding/start?draft=1\"");
    }

    [Fact]
    public async Task A_forged_way_back_leads_to_the_wizard() =>
        (await site.Read("/help/customer-id?returnUrl=https%3A%2F%2Fevil.example")).ShouldContain("href=\"/onboarding\"");

    [Theory]
    [InlineData(typeof(DoneStep))]
    [InlineData(typeof(OnboardingPage))]
    [InlineData(typeof(RegisteredPage))]
    public void Pages_that_only_say_something_hold_no_circuit(Type page) => page.IsDefined(typeof(RenderModeAttribute), inherit: true).ShouldBeFalse();

    [Theory]
    [InlineData("/onboarding")]
    [InlineData("/onboarding/start")]
    [InlineData("/registrations/new")]
    public async Task A_visitor_is_led_to_sign_in(string path) =>
        (await site.Visitor().GetAsync(path)).Headers.Location?.OriginalString.ShouldContain("/account/sign-in");
}
