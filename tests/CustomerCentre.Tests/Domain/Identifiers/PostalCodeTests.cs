using CustomerCentre.Domain.Identifiers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerCentre.Tests.Domain.Identifiers;

public sealed class PostalCodeTests
{
    [Theory]
    [InlineData("CZ", "586 01", "586 01")]
    [InlineData("CZ", "58601", "586 01")]
    [InlineData("CZ", " 586\u00A001 ", "586 01")]
    [InlineData("SK", "81104", "811 04")]
    [InlineData("SK", "040 01", "040 01")]
    [InlineData("DE", "10115", "10115")]
    [InlineData("GB", " sw1a  1aa ", "SW1A 1AA")]
    [InlineData("US", "20500-0003", "20500-0003")]
    public void A_code_of_its_country_is_read_and_shown(string country, string text, string shown) =>
        PostalCode.Parse(Country.Parse(country), text).ToString().ShouldBe(shown);

    [Theory]
    [InlineData("CZ", "811 04")]
    [InlineData("CZ", "040 01")]
    [InlineData("CZ", "999 99")]
    [InlineData("SK", "586 01")]
    [InlineData("CZ", "5860")]
    [InlineData("CZ", "586011")]
    [InlineData("CZ", "CZ-586 01")]
    [InlineData("SK", "٨١١٠٤")]
    [InlineData("DE", "10115\n")]
    [InlineData("DE", "12345678901234567")]
    public void What_is_no_code_of_the_country_is_refused(string country, string text) =>
        PostalCode.TryParse(Country.Parse(country), text).ShouldBeNull();

    [Fact]
    public void Five_digits_belong_to_exactly_one_of_the_two_countries() =>
        Prop.ForAll(AnyText.Digits(5).ToArbitrary(), digits =>
            PostalCode.TryParse(Country.Czechia, digits) is null != PostalCode.TryParse(Country.Slovakia, digits) is null)
            .QuickCheckThrowOnFailure();
}
