using System.Text.RegularExpressions;
using CustomerCentre.Features.Cookies;
using CustomerCentre.Tests.Rules;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Cookies;

public sealed partial class CookieListTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly HashSet<string> Listed = [.. CookieList.Necessary.Select(cookie => cookie.Name)];

    [Fact]
    public async Task Every_cookie_the_site_sets_is_listed()
    {
        using var browser = await portal.SignedIn();
        await browser.Post(await browser.Get("/cookies"), "/language", ("language", "en"));
        string[] known = ["__Host-session", "__Host-antiforgery", "language"];
        known.Except(browser.Cookies.Keys).ShouldBeEmpty();
        browser.Cookies.Keys.Except(Listed).ShouldBeEmpty();
    }

    [Fact]
    public void Every_cookie_that_the_code_names_is_listed()
    {
        var named = Sources.Under("src/CustomerCentre", ".cs", ".razor").SelectMany(file => HostCookie().Matches(file.Text)).Select(match => match.Value).ToHashSet();
        named.ShouldNotBeEmpty();
        named.Except(Listed).ShouldBeEmpty();
    }

    [Fact]
    public void Every_cookie_that_a_script_writes_is_listed()
    {
        var written = Sources.Under("src/CustomerCentre/wwwroot", ".js").SelectMany(file => ScriptCookie().Matches(file.Text)).Select(match => match.Groups[1].Value).ToList();
        written.ShouldNotBeEmpty();
        written.Except(Listed).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cs")]
    [InlineData("en")]
    [InlineData("sk")]
    public async Task The_page_shows_the_whole_list(string language)
    {
        using var browser = portal.Browser(language);
        var page = await browser.Get("/cookies");
        page.Document.QuerySelectorAll("table code").Select(name => name.TextContent).ShouldBe(CookieList.Necessary.Select(cookie => cookie.Name));
    }

    [Fact]
    public void A_star_stands_for_any_ending()
    {
        var entry = new CookieEntry("_ga_*", () => "", () => "");
        entry.Matches("_ga_AB12").ShouldBeTrue();
        entry.Matches("_ga").ShouldBeFalse();
        new CookieEntry("scheme", () => "", () => "").Matches("scheme2").ShouldBeFalse();
    }

    [GeneratedRegex("__Host-[a-z-]+")]
    private static partial Regex HostCookie();

    [GeneratedRegex(@"document\.cookie\s*=\s*[`""'](\w[\w-]*)=")]
    private static partial Regex ScriptCookie();
}
