using CustomerCentre.Domain.Customers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerCentre.Tests.Domain.Customers;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Příklad, s. r. o.", "PRIKLAD SRO")]
    [InlineData("Příklad s.r.o.", "PRIKLAD SRO")]
    [InlineData("  ĽUBOŠ   Kôň ", "LUBOS KON")]
    [InlineData("Účetní & daně – Brno", "UCETNI DANE BRNO")]
    [InlineData("A.B.C. servis", "ABC SERVIS")]
    [InlineData("3K+1 stavby", "3K 1 STAVBY")]
    [InlineData("ﬁrma ②", "FIRMA 2")]
    [InlineData("!!!", "!!!")]
    public void Names_are_written_the_way_they_are_looked_up(string name, string expected) => SearchText.Normalize(name).ShouldBe(expected);

    [Theory]
    [InlineData("Novák a syn, spol. s r.o.", "NOVAK,A,SYN")]
    [InlineData("Novák & Novák a.s.", "NOVAK")]
    [InlineData("s.r.o.", "SRO")]
    public void A_name_is_found_by_its_telling_words(string name, string expected) => SearchText.Words(name).ShouldBe(expected.Split(','));

    [Fact]
    public void However_strange_a_name_is_its_words_fit_the_table_and_come_once() =>
        Prop.ForAll<NonNull<string>>(name =>
        {
            var words = SearchText.Words(name.Get);
            return words.Count <= SearchText.MostWords && words.Distinct().Count() == words.Count
                && words.All(word => word.Length is > 0 and <= SearchText.WordMaxLength) && SearchText.Normalize(name.Get).Length <= SearchText.MaxLength;
        }).QuickCheckThrowOnFailure();
}
