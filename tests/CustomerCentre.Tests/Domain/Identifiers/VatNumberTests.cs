using System.Globalization;
using System.Text.RegularExpressions;
using CustomerCentre.Domain.Identifiers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerCentre.Tests.Domain.Identifiers;

public sealed class VatNumberTests
{
    [Theory]
    [InlineData("CZ25313142")]
    [InlineData("CZ699000797")]
    [InlineData("CZ699001182")]
    [InlineData("CZ640903926")]
    [InlineData("CZ9055011251")]
    [InlineData("CZ500715123")]
    public void A_valid_Czech_number_is_read_with_and_without_its_prefix(string value)
    {
        var number = VatNumber.Parse(Country.Czechia, value);

        number.Value.ShouldBe(value);
        number.HasWrongCheckDigit.ShouldBeFalse();
        VatNumber.Parse(Country.Czechia, value[2..]).ShouldBe(number);
        VatNumber.Parse(Country.Czechia, $" cz {value[2..]}\u00A0").ShouldBe(number);
    }

    [Theory]
    [InlineData("CZ12345678")]
    [InlineData("CZ00123562")]
    [InlineData("CZ699000798")]
    [InlineData("CZ640903927")]
    public void A_wrong_check_digit_of_a_company_is_a_question_and_no_refusal(string text) =>
        VatNumber.Parse(Country.Czechia, text).HasWrongCheckDigit.ShouldBeTrue();

    [Theory]
    [InlineData("CZ9055011252")]
    [InlineData("CZ501315123")]
    [InlineData("CZ500732123")]
    [InlineData("CZ510229123")]
    [InlineData("CZ1234567")]
    [InlineData("CZ12345678901")]
    [InlineData("SK2022749619")]
    [InlineData("CZ2531314A")]
    [InlineData("CZ")]
    public void A_form_that_does_not_exist_in_Czechia_is_refused(string text) => VatNumber.TryParse(Country.Czechia, text).ShouldBeNull();

    [Theory]
    [InlineData("CZ520229123")]
    [InlineData("CZ505715123")]
    public void A_leap_day_and_the_month_of_a_woman_are_dates(string text) => VatNumber.TryParse(Country.Czechia, text).ShouldNotBeNull();

    [Fact]
    public void Ten_digits_are_read_when_divisible_by_eleven_or_of_the_old_exception() =>
        Prop.ForAll(AnyText.Digits(10).ToArbitrary(), digits =>
        {
            var isDivisible = long.Parse(digits, CultureInfo.InvariantCulture) % 11 == 0;
            var isOldException = digits[9] == '0' && int.Parse(digits[..9], CultureInfo.InvariantCulture) % 11 == 10;
            return VatNumber.TryParse(Country.Czechia, digits) is not null == (isDivisible || isOldException);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_old_exception_is_read() => VatNumber.TryParse(Country.Czechia, "CZ0000000100").ShouldNotBeNull();

    [Theory]
    [InlineData("CZ25313142", false)]
    [InlineData("CZ699000797", true)]
    [InlineData("CZ500715123", true)]
    [InlineData("CZ9055011251", true)]
    public void Nine_and_ten_digits_may_be_a_birth_number(string text, bool may) =>
        VatNumber.Parse(Country.Czechia, text).MayHoldBirthNumber.ShouldBe(may);

    [Theory]
    [InlineData("SK2022749619")]
    [InlineData("SK2020317068")]
    [InlineData("sk 202 0317 068")]
    public void A_valid_Slovak_number_is_read(string text)
    {
        var number = VatNumber.Parse(Country.Slovakia, text);

        number.Value.ShouldStartWith("SK");
        number.Value.Length.ShouldBe(12);
        (number.MayHoldBirthNumber || number.HasWrongCheckDigit).ShouldBeFalse();
    }

    [Theory]
    [InlineData("SK2022749618")]
    [InlineData("2022749619")]
    [InlineData("SK0022749619")]
    [InlineData("SK2000000009")]
    [InlineData("CZ25313142")]
    public void Anything_else_is_refused_in_Slovakia(string text) => VatNumber.TryParse(Country.Slovakia, text).ShouldBeNull();

    [Fact]
    public void Of_the_multiples_of_eleven_those_of_the_Slovak_form_are_read() =>
        Prop.ForAll(Gen.Choose(0, 909_090_909).ToArbitrary(), eleventh =>
        {
            var text = $"SK{11L * eleventh:D10}";
            return VatNumber.TryParse(Country.Slovakia, text) is not null == Regex.IsMatch(text, @"^SK[1-9]\d[2346-9]\d{7}$");
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("AT", "ATU12345678", "ATU12345678")]
    [InlineData("DE", "de 123-456-789", "DE123456789")]
    [InlineData("GR", "EL123456789", "EL123456789")]
    [InlineData("NL", "NL123456789B01", "NL123456789B01")]
    [InlineData("CH", "che-123.456.789  mwst", "CHE-123.456.789 MWST")]
    [InlineData("GB", "GB123456789", "GB123456789")]
    public void Other_countries_have_a_prefix_in_the_Union_and_text_outside_it(string country, string text, string value) =>
        VatNumber.Parse(Country.Parse(country), text).Value.ShouldBe(value);

    [Theory]
    [InlineData("DE", "123456789")]
    [InlineData("DE", "AT123456789")]
    [InlineData("DE", "DE1")]
    [InlineData("DE", "DE12345678901234")]
    [InlineData("DE", "DE123.456.789")]
    [InlineData("GR", "GR123456789")]
    [InlineData("CH", "0123456789012345678901234567890")]
    public void A_wrong_prefix_length_or_sign_is_refused(string country, string text) =>
        VatNumber.TryParse(Country.Parse(country), text).ShouldBeNull();
}
