using CustomerCentre.Tests.Shell;

namespace CustomerCentre.Tests.Features.Home;

public sealed class HomePageTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/sign-up")]
    [InlineData("/onboarding/start?path=id")]
    [InlineData("/onboarding/start?path=first")]
    [InlineData("/onboarding/start?path=partner")]
    public async Task A_visitor_sees_every_way_in_at_once(string way) =>
        (await site.Read("/")).ShouldContain($"href=\"{way}\"");

    [Fact]
    public async Task There_is_one_filled_button() =>
        (await site.Read("/")).Split("<dialog")[0].Split("button-filled").Length.ShouldBe(2);
}
