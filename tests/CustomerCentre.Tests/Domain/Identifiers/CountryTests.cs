using System.Globalization;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Tests.Domain.Identifiers;

public sealed class CountryTests
{
    [Fact]
    public void All_countries_are_known_once_and_by_two_letters()
    {
        Country.All.Count.ShouldBeInRange(235, 250);
        Country.All.Distinct().Count().ShouldBe(Country.All.Count);
        Country.All.ShouldAllBe(country => country.Value.Length == 2 && country.Value.All(char.IsAsciiLetterUpper));
        Country.All.ShouldContain(Country.Czechia);
        Country.All.ShouldContain(Country.Slovakia);
    }

    [Fact]
    public void The_European_Union_has_27_members() => Country.All.Count(country => country.IsEuropeanUnion).ShouldBe(27);

    [Theory]
    [InlineData("cz")]
    [InlineData(" CZ ")]
    public void A_code_is_read_in_any_letter_case(string text) => Country.Parse(text).ShouldBe(Country.Czechia);

    [Theory]
    [InlineData("XX")]
    [InlineData("CZE")]
    [InlineData("001")]
    [InlineData("EA")]
    [InlineData("EU")]
    public void What_is_no_country_is_refused(string text) => Country.TryParse(text).ShouldBeNull();

    [Theory]
    [InlineData("DE", "cs-CZ", "Německo")]
    [InlineData("DE", "sk-SK", "Nemecko")]
    [InlineData("DE", "en-GB", "Germany")]
    [InlineData("CZ", "cs", "Česko")]
    [InlineData("GR", "cs", "Řecko")]
    public void Its_name_is_told_in_the_language_that_is_asked_for(string code, string culture, string name) =>
        Country.Parse(code).NameIn(CultureInfo.GetCultureInfo(culture)).ShouldBe(name);

    [Theory]
    [InlineData("cs")]
    [InlineData("en")]
    [InlineData("sk")]
    public void Every_country_has_a_name_in_each_of_our_languages(string language) =>
        Country.All.ShouldAllBe(country => country.NameIn(CultureInfo.GetCultureInfo(language)).Length > 2);

    [Fact]
    public void Only_Greece_writes_its_VAT_numbers_with_another_prefix() =>
        Country.All.Where(country => country.VatPrefix != country.Value).ShouldBe([Country.Parse("GR")]);
}
