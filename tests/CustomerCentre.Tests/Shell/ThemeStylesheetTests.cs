using System.Text.RegularExpressions;

namespace CustomerCentre.Tests.Shell;

public sealed partial class ThemeStylesheetTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_page_links_a_theme_that_may_be_kept_for_good()
    {
        var address = Link().Match(await site.Read("/")).Value;
        var answer = await site.Visitor().GetAsync(address);

        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
    }

    [Fact]
    public async Task Both_palettes_are_there_and_nothing_but_css()
    {
        var css = await site.Read("/theme.css");
        css.ShouldContain(":root[data-scheme=dark]");
        css.ShouldContain("@media (prefers-color-scheme: dark)");
        css.ShouldNotContain("<style");
    }

    [GeneratedRegex(@"/theme\.css\?v=[0-9a-f]+")]
    private static partial Regex Link();
}
