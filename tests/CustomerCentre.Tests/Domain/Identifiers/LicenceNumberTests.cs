using CustomerCentre.Domain.Identifiers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerCentre.Tests.Domain.Identifiers;

public sealed class LicenceNumberTests
{
    // Arithmetic: the check of fifteen zeros is zero; a one on the last random place counts double, so its check is 30 = Y.
    private const string Zeros = "0000000000000000";
    private const string One = "000000000000001Y";

    private static readonly Arbitrary<LicenceNumber> Numbers = Gen.Fresh(LicenceNumber.New).ToArbitrary();

    [Fact]
    public void A_new_number_is_ours_sixteen_characters_long_and_never_twice_the_same()
    {
        var numbers = Enumerable.Range(0, 10_000).Select(_ => LicenceNumber.New()).ToList();

        numbers.ShouldAllBe(number => number.IsOurs && number.Value.Length == 16 && !number.LooksMistyped);
        numbers.Distinct().Count().ShouldBe(numbers.Count);
        numbers.SelectMany(number => number.Value).Distinct().Order().ShouldBe("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    }

    [Fact]
    public void Every_single_wrong_character_is_noticed() =>
        Prop.ForAll(Numbers, number => Substitutions(number.Value).All(wrong =>
            LicenceNumber.Parse(wrong) is { IsOurs: false, LooksMistyped: true })).QuickCheckThrowOnFailure();

    [Fact]
    public void Spaces_hyphens_and_letter_case_never_change_a_number() =>
        Prop.ForAll(
            Numbers.Generator.SelectMany(number => AnyText.WithNoise(number.Display), (number, noisy) => (number, noisy)).ToArbitrary(),
            sample => LicenceNumber.Parse(sample.noisy) == sample.number).QuickCheckThrowOnFailure();

    [Fact]
    public void Letters_taken_for_digits_never_change_a_number_of_ours() =>
        Prop.ForAll(Numbers, number =>
            LicenceNumber.Parse(number.Value.Replace('1', 'i').Replace('0', 'o')) == number
            && LicenceNumber.Parse(number.Value.Replace('1', 'l').Replace('0', 'O')) == number).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(Zeros, "0000-0000-0000-0000")]
    [InlineData(One, "0000-0000-0000-001Y")]
    public void Ours_is_shown_in_four_groups(string text, string display)
    {
        LicenceNumber.Parse(text).IsOurs.ShouldBeTrue();
        LicenceNumber.Parse(text).Display.ShouldBe(display);
    }

    [Theory]
    [InlineData("oooo-oooo-oooo-ooiy", One)]
    [InlineData("OOOO OOOO OOOO OOLY", One)]
    [InlineData("000000000000000O", Zeros)]
    public void Letters_are_read_as_digits_where_that_makes_a_number_of_ours(string text, string value) =>
        LicenceNumber.Parse(text).Value.ShouldBe(value);

    [Theory]
    [InlineData("lic-001", "LIC001")]
    [InlineData("SOIL 12", "SOIL12")]
    [InlineData("OOOO-OOOO-OOOO-OOOI", "OOOOOOOOOOOOOOOI")]
    [InlineData("UUUU-UUUU-UUUU-UUUU", "UUUUUUUUUUUUUUUU")]
    public void A_foreign_number_keeps_its_letters_and_is_shown_as_it_is(string text, string value)
    {
        var number = LicenceNumber.Parse(text);

        number.Value.ShouldBe(value);
        number.Display.ShouldBe(value);
        number.IsOurs.ShouldBeFalse();
    }

    [Theory]
    [InlineData("0000-0000-0000-0001", true)]
    [InlineData("oooo-oooo-oooo-oool", true)]
    [InlineData("0000-0000-0000-000U", false)]
    [InlineData("0000-0000-0000-001", false)]
    [InlineData("LIC001", false)]
    public void Our_alphabet_and_length_with_a_wrong_check_looks_mistyped(string text, bool looksMistyped) =>
        LicenceNumber.Parse(text).LooksMistyped.ShouldBe(looksMistyped);

    [Theory]
    [InlineData("12345")]
    [InlineData("1 2 3 4 5")]
    [InlineData("01234567890123456789012345678901234567890")]
    [InlineData("LIC_001")]
    [InlineData("LÍC001")]
    [InlineData("LIC001\t")]
    public void Less_than_six_more_than_forty_or_other_signs_are_refused(string text) => LicenceNumber.TryParse(text).ShouldBeNull();

    [Fact]
    public void A_record_that_holds_a_number_prints_only_its_last_four_characters()
    {
        var number = LicenceNumber.Parse("ABCDEF1A2B");

        number.ToString().ShouldBe("…1A2B");
        number.LastFour.ShouldBe("1A2B");
        new Holder(number).ToString().ShouldBe("Holder { Number = …1A2B }");
    }

    [Fact]
    public void The_words_of_a_number_are_never_its_whole() =>
        AnyText.Holds(text => LicenceNumber.TryParse(text) is not { } number || !number.ToString().Contains(number.Value, StringComparison.Ordinal));

    private static IEnumerable<string> Substitutions(string value) =>
        from place in Enumerable.Range(0, value.Length)
        from wrong in "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
        where wrong != value[place]
        select value[..place] + wrong + value[(place + 1)..];

    private sealed record Holder(LicenceNumber Number);
}
