using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Support;

namespace CustomerCentre.Tests.Domain.Support;

public sealed class LookUpTests
{
    [Theory]
    [InlineData("Petra Podporová", "PP")]
    [InlineData("  ing.  šimon   (mladší) Čáp ", "IŠČ")]
    [InlineData("a b c d e f g h i j", "ABCDEFGH")]
    [InlineData("petra@example.cz", "P")]
    [InlineData("123", "")]
    public void Initials_are_the_first_letters_of_the_names(string name, string initials) => LookUp.InitialsOf(name).ShouldBe(initials);

    [Fact]
    public void What_is_masked_tells_apart_but_does_not_tell()
    {
        EmailAddress.Parse("jana.novakova@example.cz").Masked.ShouldBe("j…@example.cz");
        EmailAddress.Parse("j@example.cz").Masked.ShouldBe("j…@example.cz");
        PhoneNumber.Parse("+420605000002", null).Masked.ShouldBe("…002");
    }
}
