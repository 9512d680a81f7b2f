using System.Net;

namespace CustomerCentre.Tests.Shell;

public sealed class LanguagesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("sk-SK", "sk")]
    [InlineData("en-GB", "en")]
    [InlineData("de", "cs")]
    public async Task The_language_of_the_browser_comes_first_and_Czech_for_the_rest(string browser, string shown) =>
        (await site.Read("/", browser)).ShouldContain($"<html lang=\"{shown}\"");

    [Fact]
    public async Task A_picked_language_stays_and_returns_to_the_page()
    {
        var visitor = site.Visitor("cs");
        var answer = await visitor.PostAsync("/language", Form("sk", "/not-found?x=1"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location!.OriginalString.ShouldBe("/not-found?x=1");
        (await Site.Text(await visitor.GetAsync("/"))).ShouldContain("<html lang=\"sk\"");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("")]
    public async Task Nobody_is_sent_to_another_site(string returnUrl)
    {
        var answer = await site.Visitor().PostAsync("/language", Form("en", returnUrl));
        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task An_unknown_language_changes_nothing()
    {
        var answer = await site.Visitor().PostAsync("/language", Form("xx", "/"));
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    private static FormUrlEncodedContent Form(string language, string returnUrl) =>
        new(new Dictionary<string, string> { ["language"] = language, ["returnUrl"] = returnUrl });
}
