using AngleSharp.Html.Parser;
using CustomerCentre.Tests.Running;
using CustomerCentre.Tests.Shell;

namespace CustomerCentre.Tests.Features.Legal;

public sealed class LegalPagesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/privacy", "cs", "Ochrana osobních údajů")]
    [InlineData("/privacy", "en", "Privacy")]
    [InlineData("/privacy", "sk", "Ochrana osobných údajov")]
    [InlineData("/accessibility", "cs", "Přístupnost")]
    [InlineData("/accessibility", "en", "Accessibility")]
    [InlineData("/accessibility", "sk", "Prístupnosť")]
    [InlineData("/cookies", "cs", "Nezbytné cookies")]
    [InlineData("/cookies", "en", "Necessary cookies")]
    [InlineData("/cookies", "sk", "Nevyhnutné cookies")]
    public async Task Every_visitor_reads_them_in_his_language_without_a_circuit(string path, string language, string heading)
    {
        var page = await site.Read(path, language);
        page.ShouldMatch($"<h[12][^>]*>{heading}</h[12]>");
        page.ShouldContain($"<html lang=\"{language}\"");
        page.ShouldNotContain("<!--Blazor:{\"type\":\"server\"");
    }

    [Theory]
    [InlineData("cs", "STORMWARE s.r.o., Za Prachárnou 4962/45, 586 01 Jihlava, IČ 25313142")]
    [InlineData("sk", "STORMWARE s.r.o., Matúšova 48, 811 04 Bratislava, IČO 36244791")]
    public async Task Privacy_names_the_one_who_is_responsible(string language, string who)
    {
        var page = await site.Read("/privacy", language);
        page.ShouldContain(who);
        page.ShouldContain("href=\"mailto:info@stormware.cz\"");
    }

    [Theory]
    [InlineData("cs", "na žádosti odpovídá: Jana Nová, info@")]
    [InlineData("en", "requests answered by: Jana Nová, info@")]
    [InlineData("sk", "na žiadosti odpovedá: Jana Nová, info@")]
    public async Task Privacy_names_the_officer_and_the_mailbox_as_a_sentence(string language, string said)
    {
        await using var portal = new Portal { Settings = new Dictionary<string, string?> { ["Operator:Entities:CZ:PrivacyOfficer"] = "Jana Nová", ["Operator:Entities:SK:PrivacyOfficer"] = "Jana Nová" } };
        using var browser = portal.Browser(language);
        (await browser.Get("/privacy")).Text.ShouldContain(said);
    }

    [Theory]
    [InlineData("cs", "na žádosti odpovídá: info@")]
    [InlineData("en", "requests answered by: info@")]
    [InlineData("sk", "na žiadosti odpovedá: info@")]
    public async Task Without_an_officer_the_mailbox_answers(string language, string said) =>
        (await new HtmlParser().ParseDocumentAsync(await site.Read("/privacy", language))).Body!.TextContent.ShouldContain(said);

    [Theory]
    [InlineData("7 dní od založení")]
    [InlineData("90 dní od poslední změny")]
    [InlineData("1 rok od rozhodnutí")]
    [InlineData("2 roky od odeslání")]
    [InlineData("180 dní od přihlášení")]
    [InlineData("3 roky od události")]
    [InlineData("nejdéle 24 měsíců")]
    public async Task Privacy_says_how_long_each_thing_is_kept(string period) => (await site.Read("/privacy")).ShouldContain(period);

    [Fact]
    public async Task The_footer_leads_to_all_of_them_from_anywhere()
    {
        var page = await site.Read("/");
        string[] paths = ["/privacy", "/cookies", "/accessibility"];
        paths.ShouldAllBe(path => page.Contains($"<a href=\"{path}\">", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accessibility_claims_no_more_than_is_true()
    {
        var page = await site.Read("/accessibility", "en");
        page.ShouldContain("WCAG 2.2 at level AA");
        page.ShouldContain("we do not claim full conformance");
        page.ShouldContain("mailto:");
    }
}
