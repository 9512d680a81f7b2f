using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Tests.Domain.Identifiers;

public sealed class SlovakTaxNumberTests
{
    [Theory]
    [InlineData("2022749619")]
    [InlineData("202 274 9619")]
    [InlineData("2022-749\u00A0619")]
    public void Ten_digits_are_read(string text) => SlovakTaxNumber.Parse(text).Value.ShouldBe("2022749619");

    [Theory]
    [InlineData("202274961")]
    [InlineData("20227496190")]
    [InlineData("SK2022749619")]
    public void Anything_else_is_refused(string text) => SlovakTaxNumber.TryParse(text).ShouldBeNull();
}
