using CustomerCentre.Domain.Identifiers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerCentre.Tests.Domain.Identifiers;

public sealed class CustomerNumberTests
{
    [Theory]
    [InlineData("1234", "1234")]
    [InlineData("0012", "0012")]
    [InlineData("123456789012", "123456789012")]
    [InlineData(" 123 456 7890 ", "1234567890")]
    [InlineData("123\u00A0456-7890", "1234567890")]
    public void Four_to_twelve_digits_are_read(string text, string value) => CustomerNumber.Parse(text).Value.ShouldBe(value);

    [Theory]
    [InlineData("123")]
    [InlineData("1234567890123")]
    [InlineData("12a4")]
    [InlineData("1234\n")]
    [InlineData("١٢٣٤")]
    public void Anything_else_is_refused(string text) => CustomerNumber.TryParse(text).ShouldBeNull();

    [Theory]
    [InlineData("1234567890", "123 456 7890")]
    [InlineData("123456789", "123456789")]
    [InlineData("12345678901", "12345678901")]
    public void Only_ten_digits_are_shown_in_groups(string value, string shown) => CustomerNumber.Parse(value).ToString().ShouldBe(shown);

    [Fact]
    public void Two_spellings_of_one_number_are_equal() =>
        CustomerNumber.Parse("123 456 7890").ShouldBe(CustomerNumber.Parse("123-4567890"));

    [Fact]
    public void Spaces_and_hyphens_never_change_a_number() =>
        Prop.ForAll(
            Gen.Choose(4, 12).SelectMany(AnyText.Digits).SelectMany(AnyText.WithNoise, (digits, noisy) => (digits, noisy)).ToArbitrary(),
            sample => CustomerNumber.Parse(sample.noisy).Value == sample.digits).QuickCheckThrowOnFailure();
}
