namespace CustomerCentre.Tests.Shell;

public sealed class FooterTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("cs", "Za Prachárnou 4962/45, 586 01 Jihlava", "IČ 25313142 · DIČ CZ25313142")]
    [InlineData("en", "Za Prachárnou 4962/45, 586 01 Jihlava", "VAT ID CZ25313142")]
    [InlineData("sk", "Matúšova 48, 811 04 Bratislava", "IČO 36244791")]
    public async Task Every_language_shows_the_entity_of_its_country(string language, string address, string numbers)
    {
        var page = await site.Read("/", language);
        page.ShouldContain(address);
        page.ShouldContain(numbers);
    }

    [Theory]
    [InlineData("cs")]
    [InlineData("en")]
    [InlineData("sk")]
    public async Task Sales_and_support_can_be_reached_in_every_language(string language)
    {
        var page = await site.Read("/", language);
        page.ShouldContain("+420 567 112 612");
        page.ShouldContain("info@stormware.cz");
        page.ShouldContain("+420 567 117 711");
        page.ShouldContain("hotline@stormware.cz");
    }
}
