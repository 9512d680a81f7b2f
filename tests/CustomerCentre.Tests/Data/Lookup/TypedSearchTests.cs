using System.Text;
using CustomerCentre.Data.Lookup;
using static CustomerCentre.Data.Lookup.LookupKind;

namespace CustomerCentre.Tests.Data.Lookup;

public sealed class TypedSearchTests
{
    [Theory]
    [InlineData("1234", CustomerNumber, Name, LicenceNumber)]
    [InlineData("25313142", RegistrationNumber, CustomerNumber, LicenceNumber)]
    [InlineData("253 13 142", RegistrationNumber, CustomerNumber, LicenceNumber)]
    [InlineData("500 000 0016", CustomerNumber, VatNumber, LicenceNumber)]
    [InlineData("777 123 456", CustomerNumber, VatNumber, Phone, LicenceNumber)]
    [InlineData("+420 777 123 456", Phone)]
    [InlineData("00421 905 123 456", Phone, LicenceNumber)]
    [InlineData("+420 777 1", Phone)]
    [InlineData("+49 (30) 901820", Phone)]
    [InlineData("CZ25313142", VatNumber, LicenceNumber, Name)]
    [InlineData("sk 2022749619", VatNumber, LicenceNumber, Name)]
    [InlineData("HRB 12345", RegistrationNumber, VatNumber, LicenceNumber, Name)]
    [InlineData("novák", Name, Email)]
    [InlineData("Novák Jan", Name)]
    [InlineData("Příklad, s.r.o.", Name)]
    [InlineData("KMXQ", Name, Email, LicenceNumber)]
    [InlineData("GGHDMRE", Name, Email, LicenceNumber)]
    [InlineData("7k2m-9qxr", LicenceNumber, Name, Email)]
    [InlineData("jana.n", Name, Email)]
    [InlineData("jana@example.cz", Email)]
    [InlineData("jana@", Email)]
    public void What_was_typed_is_recognised_as_all_it_may_be(string text, params LookupKind[] kinds) =>
        TypedSearch.Of(text).Kinds.ShouldBe(kinds, ignoreOrder: true);

    [Theory]
    [InlineData("25313142", "25313142")]
    [InlineData("253\u00A013\u00A0142", "25313142")]
    [InlineData("177041", "00177041")]
    [InlineData("hrb 12345", "HRB 12345")]
    public void A_register_number_is_searched_for_as_it_is_stored(string text, string stored) => TypedSearch.Of(text).RegistrationNumber.ShouldBe(stored);

    [Theory]
    [InlineData("777 123 456", "+420777123456", "+421777123456")]
    [InlineData("0905 123 456", "+421905123456")]
    [InlineData("00420777123456", "+420777123456")]
    [InlineData("420777123456", "+420777123456")]
    [InlineData("+420 777/123.456", "+420777123456")]
    [InlineData("+420 777 12", "+42077712")]
    public void A_phone_is_searched_for_in_both_countries_and_as_it_is_stored(string text, params string[] stored) => TypedSearch.Of(text).Phones.ShouldBe(stored);

    [Theory]
    [InlineData("2022749619", "CZ2022749619", "SK2022749619")]
    [InlineData("640903926", "CZ640903926")]
    [InlineData("cz 253 13 142", "CZ25313142")]
    public void Digits_alone_are_a_VAT_number_of_either_country(string text, params string[] stored) => TypedSearch.Of(text).VatNumbers.ShouldBe(stored);

    [Theory]
    [InlineData("7k2m", "7K2M")]
    [InlineData("l0io", "L0IO", "1010")]
    [InlineData("7K2M-9QXR", "7K2M9QXR")]
    public void A_piece_of_a_licence_number_is_read_with_letters_taken_for_digits(string text, params string[] pieces) => TypedSearch.Of(text).LicenceNumbers.ShouldBe(pieces);

    [Theory]
    [InlineData("Čistý Žák s.r.o.", "CISTY", "ZAK")]
    [InlineData("novák n", "NOVAK")]
    [InlineData("s.r.o.", "SRO")]
    public void A_name_is_searched_for_by_its_telling_words(string text, params string[] words) => TypedSearch.Of(text).Words.ShouldBe(words);

    [Theory]
    [InlineData(null, TypedSearchState.Empty)]
    [InlineData("", TypedSearchState.Empty)]
    [InlineData(" \t\r\n\u200B\0", TypedSearchState.Empty)]
    [InlineData("a", TypedSearchState.TooShort)]
    [InlineData("%%%%%", TypedSearchState.TooShort)]
    [InlineData("***", TypedSearchState.TooShort)]
    [InlineData("no", TypedSearchState.Ready)]
    public void Nothing_and_too_little_are_told_apart(string? text, TypedSearchState state) => TypedSearch.Of(text).State.ShouldBe(state);

    [Fact]
    public void Ten_thousand_characters_are_refused_at_once() => TypedSearch.Of(new string('a', 10_000)).State.ShouldBe(TypedSearchState.TooLong);

    [Theory]
    [InlineData("\0no\0vak\u0001", "NO", "VAK")]
    [InlineData("\uFEFFnovak\u200B", "NOVAK")]
    public void Control_characters_are_spaces_and_what_cannot_be_seen_is_gone(string text, params string[] words) => TypedSearch.Of(text).Words.ShouldBe(words);

    [Fact]
    public void Any_text_is_survived()
    {
        var random = new Random(7);
        for (var i = 0; i < 5_000; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(40); length > 0; length--)
                text.Append((char)random.Next(random.Next(2) == 0 ? 0x80 : 0x10000));
            Should.NotThrow(() => TypedSearch.Of(text.ToString()), string.Join(' ', text.ToString().Select(c => $"{(int)c:x4}")));
        }
    }
}
