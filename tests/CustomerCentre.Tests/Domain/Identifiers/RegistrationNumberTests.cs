using CustomerCentre.Domain.Identifiers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerCentre.Tests.Domain.Identifiers;

public sealed class RegistrationNumberTests
{
    private static readonly Country Germany = Country.Parse("DE");

    [Theory]
    [InlineData("25313142")]
    [InlineData("45274649")]
    [InlineData("27082440")]
    [InlineData("48136450")]
    [InlineData("00177041")]
    [InlineData("01569651")]
    [InlineData("00006947")]
    [InlineData("99000041")]
    [InlineData("99000130")]
    [InlineData("99000091")]
    public void A_valid_Czech_number_raises_no_question(string text)
    {
        RegistrationNumber.Parse(Country.Czechia, text).Value.ShouldBe(text);
        RegistrationNumber.Parse(Country.Czechia, text).HasWrongCheckDigit(Country.Czechia).ShouldBeFalse();
    }

    [Theory]
    [InlineData("31322832")]
    [InlineData("36244791")]
    public void A_valid_Slovak_number_raises_no_question(string text) =>
        RegistrationNumber.Parse(Country.Slovakia, text).HasWrongCheckDigit(Country.Slovakia).ShouldBeFalse();

    [Theory]
    [InlineData("12345678")]
    [InlineData("00177040")]
    [InlineData("00123562")]
    [InlineData("29340042")]
    public void A_wrong_check_digit_is_a_question_and_no_refusal(string text)
    {
        RegistrationNumber.Parse(Country.Czechia, text).HasWrongCheckDigit(Country.Czechia).ShouldBeTrue();
        RegistrationNumber.Parse(Country.Slovakia, text).HasWrongCheckDigit(Country.Slovakia).ShouldBeTrue();
    }

    [Theory]
    [InlineData("177041", "00177041")]
    [InlineData("6947", "00006947")]
    [InlineData(" 253 13 142 ", "25313142")]
    [InlineData("253\u00A013-142", "25313142")]
    public void Lost_zeros_come_back_and_spaces_go(string text, string value) =>
        RegistrationNumber.Parse(Country.Czechia, text).Value.ShouldBe(value);

    [Theory]
    [InlineData("")]
    [InlineData("253131420")]
    [InlineData("2531314A")]
    [InlineData("CZ25313142")]
    [InlineData("２５３１３１４２")]
    public void What_is_not_up_to_eight_digits_is_no_Czech_number(string text) =>
        RegistrationNumber.TryParse(Country.Czechia, text).ShouldBeNull();

    [Fact]
    public void Every_number_of_up_to_eight_digits_is_kept_with_its_zeros() =>
        Prop.ForAll(Gen.Choose(1, 8).SelectMany(AnyText.Digits).ToArbitrary(), digits =>
            RegistrationNumber.Parse(Country.Czechia, digits).Value == digits.PadLeft(8, '0')).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_ten_last_digits_exactly_one_is_right() =>
        Prop.ForAll(AnyText.Digits(7).ToArbitrary(), seven => Enumerable.Range(0, 10).Count(last =>
            !RegistrationNumber.Parse(Country.Slovakia, $"{seven}{last}").HasWrongCheckDigit(Country.Slovakia)) == 1).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("HRB 12345 b", "HRB 12345 B")]
    [InlineData("  hrb   12345 ", "HRB 12345")]
    [InlineData("01\u201309\u2013123456", "01-09-123456")]
    [InlineData("1\u0301", "1\u0301")]
    [InlineData("e\u0301", "É")]
    public void A_number_of_another_country_is_text_in_one_spelling(string text, string value) =>
        RegistrationNumber.Parse(Germany, text).Value.ShouldBe(value);

    [Theory]
    [InlineData("...")]
    [InlineData("0123456789012345678901234567890")]
    [InlineData("HRB\n1")]
    [InlineData("HRB ١")]
    [InlineData("HRB <1>")]
    [InlineData("😀")]
    public void Longer_than_thirty_or_of_signs_no_number_has_is_refused(string text) => RegistrationNumber.TryParse(Germany, text).ShouldBeNull();

    [Fact]
    public void Another_country_has_no_check_digit() =>
        RegistrationNumber.Parse(Germany, "12345678").HasWrongCheckDigit(Germany).ShouldBeFalse();
}
