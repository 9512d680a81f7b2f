using CustomerCentre.Domain.Accounts;

namespace CustomerCentre.Tests.Domain.Accounts;

public sealed class PasswordRulesTests
{
    private static readonly HashSet<string> Common = ["password", "abc123", "1qaz2wsx3edc", "heslo", "dragon"];
    private static readonly string[] Guessable = ["jana.novakova", "Firmička", "POHODA"];

    [Theory]
    [InlineData("modrý kolotoč v aleji")]
    [InlineData("correct horse battery staple")]
    [InlineData("Kx9!vR2#mQ7@")]
    [InlineData("839201746582")]
    [InlineData("dragon letí nad Brnem")]
    public void A_password_nobody_would_guess_passes(string password) => Judge(password).ShouldBeNull();

    [Theory]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("PASSWORD2026!")]
    [InlineData("2026!password")]
    [InlineData("!!2026Dragon!!")]
    [InlineData("p@ssw0rd!2026")]
    [InlineData("abc123!!!!##?")]
    public void A_common_word_with_a_head_or_a_tail_is_common(string password) => Judge(password).ShouldBe(PasswordFault.Common);

    [Theory]
    [InlineData("xxjana.novakovaxx")]
    [InlineData("u nas ve firmicce svitime", false)]
    [InlineData("FIRMICKA-od-roku-1")]
    [InlineData("moje p0h0da v praci")]
    public void Words_of_the_person_or_the_operator_are_guessable(string password, bool refused = true) =>
        Judge(password).ShouldBe(refused ? PasswordFault.Guessable : null);

    [Theory]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("koloběžkakoloběžka")]
    [InlineData("121212312312")]
    [InlineData("            ")]
    public void A_piece_written_again_and_again_is_repeated(string password) => Judge(password).ShouldBe(PasswordFault.Repeated);

    [Theory]
    [InlineData("123456789012")]
    [InlineData("987654321098")]
    [InlineData("qwertzuiop12")]
    [InlineData("abcdefghijkl")]
    [InlineData("asdfghjklyxcvbnm")]
    [InlineData("zima123456789")]
    public void Rows_of_keys_letters_and_numbers_are_a_sequence(string password) => Judge(password).ShouldBe(PasswordFault.Sequence);

    [Fact]
    public void An_accent_written_apart_is_the_same_password()
    {
        PasswordRules.Normalize("kolotoc\u030C").ShouldBe("koloto\u010D");
        PasswordRules.LengthOf("kolotoc\u030C").ShouldBe(7);
        PasswordRules.LengthOf("a" + new string('\u0301', 30)).ShouldBe(1);
    }

    [Theory]
    [InlineData("nul \0 in the middle")]
    [InlineData("tab\tin the middle")]
    public void What_cannot_be_hashed_alike_everywhere_is_not_readable(string password) => PasswordRules.IsReadable(password).ShouldBeFalse();

    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDFA0)]
    public void Half_of_an_emoji_is_not_readable(int half) => PasswordRules.IsReadable($"modrý {(char)half} kolotoč").ShouldBeFalse();

    [Fact]
    public void A_megabyte_is_not_looked_at() => PasswordRules.IsReadable(new string('x', 1 << 20)).ShouldBeFalse();

    [Fact]
    public void A_whole_emoji_is_readable() => PasswordRules.IsReadable("kolotoč 🎠 v aleji").ShouldBeTrue();

    private static PasswordFault? Judge(string password) => PasswordRules.Judge(password, Common, Guessable);
}
