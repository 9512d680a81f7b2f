using CustomerCentre.Domain.Identifiers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerCentre.Tests.Domain.Identifiers;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+420 567 112 612", null, "+420567112612")]
    [InlineData("+420\u00A0567-112.612", null, "+420567112612")]
    [InlineData("00420567112612", null, "+420567112612")]
    [InlineData("567 112 612", "CZ", "+420567112612")]
    [InlineData("420567112612", "CZ", "+420567112612")]
    [InlineData("905 123 456", "SK", "+421905123456")]
    [InlineData("0905/123 456", "SK", "+421905123456")]
    [InlineData("+421 (0)905 123 456", "CZ", "+421905123456")]
    [InlineData("+421 905 123 456", "CZ", "+421905123456")]
    [InlineData("+49 (30) 901820", null, "+4930901820")]
    [InlineData("+1 202-456-1111", "SK", "+12024561111")]
    public void A_number_is_read_as_people_write_it(string text, string? country, string value) =>
        PhoneNumber.Parse(text, Country.TryParse(country)).Value.ShouldBe(value);

    [Theory]
    [InlineData("567 112 612", null)]
    [InlineData("567 112 612", "DE")]
    [InlineData("+420 567 112 61", "CZ")]
    [InlineData("+420 567 112 6120", "CZ")]
    [InlineData("+420 167 112 612", "CZ")]
    [InlineData("0567 112 612", "CZ")]
    [InlineData("+421 005 123 456", "SK")]
    [InlineData("158", "CZ")]
    [InlineData("++420567112612", "CZ")]
    [InlineData("+420+567112612", "CZ")]
    [InlineData("+0 567 112 612", null)]
    [InlineData("+123456", null)]
    [InlineData("+1234567890123456", null)]
    [InlineData("+420 567 112 612 l. 5", "CZ")]
    [InlineData("+４２０567112612", "CZ")]
    public void What_is_no_number_is_refused(string text, string? country) =>
        PhoneNumber.TryParse(text, Country.TryParse(country)).ShouldBeNull();

    [Theory]
    [InlineData("+420567112612", "+420 567 112 612")]
    [InlineData("+421905123456", "+421 905 123 456")]
    [InlineData("+4930901820", "+4930901820")]
    public void Czech_and_Slovak_numbers_are_shown_in_groups(string value, string shown) =>
        PhoneNumber.Parse(value, null).ToString().ShouldBe(shown);

    [Fact]
    public void Nine_digits_are_read_at_home_when_the_first_is_two_to_nine() =>
        Prop.ForAll(AnyText.Digits(9).Where(digits => !digits.StartsWith("00", StringComparison.Ordinal)).ToArbitrary(), digits =>
            PhoneNumber.TryParse(digits, Country.Czechia) is not null == digits[0] >= '2').QuickCheckThrowOnFailure();
}
