using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Tests.Domain.Identifiers;

public sealed class DataBoxIdTests
{
    [Theory]
    [InlineData("abcd234")]
    [InlineData("ABCD234")]
    [InlineData(" abc d-234\u00A0")]
    public void Seven_letters_and_digits_are_read_in_lower_case(string text) => DataBoxId.Parse(text).Value.ShouldBe("abcd234");

    [Theory]
    [InlineData("abcd23")]
    [InlineData("abcd2345")]
    [InlineData("ábcd234")]
    [InlineData("abcd23_")]
    public void Anything_else_is_refused(string text) => DataBoxId.TryParse(text).ShouldBeNull();

    [Theory]
    [InlineData("abcd234", false)]
    [InlineData("abcd230", true)]
    [InlineData("abcd231", true)]
    [InlineData("abcd23L", true)]
    [InlineData("abcd23O", true)]
    public void Characters_taken_for_one_another_are_asked_about(string text, bool doubtful) =>
        DataBoxId.Parse(text).HasDoubtfulCharacters.ShouldBe(doubtful);
}
