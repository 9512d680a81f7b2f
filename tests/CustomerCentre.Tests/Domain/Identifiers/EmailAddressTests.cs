using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Tests.Domain.Identifiers;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("info@stormware.cz", "info@stormware.cz")]
    [InlineData(" \u00A0Jan.Novak@Firma.CZ ", "Jan.Novak@firma.cz")]
    [InlineData("o'hara+pohoda@mail.firma.co.uk", "o'hara+pohoda@mail.firma.co.uk")]
    [InlineData("jan@Háčky.cz", "jan@xn--hky-ela4t.cz")]
    [InlineData("jan@ha\u0301c\u030Cky.cz", "jan@xn--hky-ela4t.cz")]
    [InlineData("ji\u0159\u00ED@firma.cz", "jiří@firma.cz")]
    [InlineData("jir\u030Ci\u0301@firma.cz", "jiří@firma.cz")]
    public void An_address_is_kept_as_typed_with_a_plain_domain(string text, string value) => EmailAddress.Parse(text).Value.ShouldBe(value);

    [Theory]
    [InlineData("stormware.cz")]
    [InlineData("@stormware.cz")]
    [InlineData("info@")]
    [InlineData("info@stormware")]
    [InlineData("info@stormware.")]
    [InlineData("info@.cz")]
    [InlineData("info@storm..cz")]
    [InlineData("info@storm@ware.cz")]
    [InlineData("info @stormware.cz")]
    [InlineData("info@storm ware.cz")]
    [InlineData("info@stormware.cz\r\nBcc: x@y.cz")]
    [InlineData("info@stormware.cz\n")]
    [InlineData("info@stormware.cz, b@c.cz")]
    [InlineData("Jan <jan@firma.cz>")]
    [InlineData("in\u202Efo@stormware.cz")]
    [InlineData("info@storm_ware.cz")]
    [InlineData("info@[127.0.0.1]")]
    [InlineData("info@℀.cz")]
    public void What_has_not_the_shape_of_an_address_is_refused(string text) => EmailAddress.TryParse(text).ShouldBeNull();

    [Fact]
    public void The_local_part_has_64_characters_and_the_whole_254_at_most()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 62), 3)) + ".cz";

        EmailAddress.TryParse(new string('a', 64) + "@firma.cz").ShouldNotBeNull();
        EmailAddress.TryParse(new string('a', 65) + "@firma.cz").ShouldBeNull();
        EmailAddress.Parse(new string('a', 254 - 1 - domain.Length) + "@" + domain).Value.Length.ShouldBe(254);
        EmailAddress.TryParse(new string('a', 254 - domain.Length) + "@" + domain).ShouldBeNull();
    }

    [Fact]
    public void Two_spellings_of_an_address_are_found_as_one()
    {
        EmailAddress.Parse("Jan@firma.cz").Normalized.ShouldBe("JAN@FIRMA.CZ");
        EmailAddress.Parse("jan@FIRMA.cz").Normalized.ShouldBe(EmailAddress.Parse("JAN@firma.cz").Normalized);
    }

    [Fact]
    public void The_form_for_look_up_fits_the_same_column() =>
        AnyText.Holds(text => EmailAddress.TryParse(text) is not { } address || address.Normalized.Length <= EmailAddress.MaxLength);
}
