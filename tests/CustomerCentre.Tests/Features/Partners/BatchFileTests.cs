using System.Text;
using CustomerCentre.Data.PartnerStatus;
using CustomerCentre.Features.Partners;
using CustomerCentre.Resources;

namespace CustomerCentre.Tests.Features.Partners;

public sealed class BatchFileTests
{
    private static readonly StatusPair[] Two = [new("1234", "25313142"), new("0005678", "177041")];

    static BatchFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Separators => [";", ",", "\t"];

    [Theory]
    [MemberData(nameof(Separators))]
    public void Any_usual_separator_is_understood_with_a_header_or_without(string separator)
    {
        var body = $"1234{separator}25313142\r\n0005678{separator}177041\r\n";
        Pairs(Encoding.UTF8.GetBytes(body)).ShouldBe(Two);
        Pairs(Encoding.UTF8.GetBytes($"ID zákazníka{separator}IČO\r\n{body}")).ShouldBe(Two);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1250")]
    [InlineData("utf-16")]
    public void Any_usual_encoding_is_understood(string encoding)
    {
        var chosen = Encoding.GetEncoding(encoding);
        Pairs([.. chosen.GetPreamble(), .. chosen.GetBytes("ID zákazníka;IČO;Název\r\n1234;25313142;Příliš žluťoučký\r\n0005678;177041;kůň\r\n;;\r\n")]).ShouldBe(Two);
    }

    [Fact]
    public void Five_thousand_pairs_are_taken_and_one_more_is_too_many()
    {
        var most = string.Concat(Enumerable.Range(0, BatchFile.MostPairs).Select(i => $"{100000 + i};25313142\n"));
        Read(Encoding.UTF8.GetBytes(most)).Pairs.Count.ShouldBe(BatchFile.MostPairs);

        var over = Read(Encoding.UTF8.GetBytes(most + "1234;25313142\n"));
        over.IsSound.ShouldBeFalse();
        over.Pairs.ShouldBeEmpty();
        over.Problem!.ShouldContain("5000");
    }

    [Fact]
    public void Bad_lines_are_named_with_their_number_and_reason()
    {
        var file = Read("ID;IČO\n1234;25313142\nabc;25313142\n1234\n1234;" + new string('1', 31) + "\n");

        file.IsSound.ShouldBeFalse();
        file.Faults.ShouldBe([new(3, ApiTexts.CustomerNumberWrong), new(4, ApiTexts.RegistrationNumberRequired), new(5, PartnersTexts.RegistrationNumberWrong)]);
    }

    public static TheoryData<byte[], string> WrongKinds => new()
    {
        { [.. "PK"u8, 3, 4, 20, 0], nameof(PartnersTexts.FileIsWorkbook) },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1], nameof(PartnersTexts.FileIsWorkbook) },
        { [.. "%PDF-1.7"u8], nameof(PartnersTexts.FileIsPdf) },
        { [.. "1234;"u8, 0, 0, 7], nameof(PartnersTexts.FileIsBinary) },
        { [], nameof(PartnersTexts.FileEmpty) },
        { [.. "\uFEFF\r\n\r\n"u8], nameof(PartnersTexts.FileEmpty) },
    };

    [Theory]
    [MemberData(nameof(WrongKinds))]
    public void A_file_of_the_wrong_kind_is_told_by_its_bytes(byte[] bytes, string reason) =>
        Read(bytes).Problem.ShouldBe(PartnersTexts.ResourceManager.GetString(reason, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_file_that_is_no_lines_ends_in_words_and_not_in_an_exception() =>
        Read([.. "1234;\""u8, .. Enumerable.Repeat((byte)'x', 1 << 16)]).IsSound.ShouldBeFalse();

    private static IEnumerable<StatusPair> Pairs(byte[] bytes)
    {
        var file = Read(bytes);
        file.IsSound.ShouldBeTrue(file.Problem ?? string.Join(", ", file.Faults));
        return file.Pairs.Select(pair => pair.Pair);
    }

    private static BatchFile Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static BatchFile Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return BatchFile.Read(stream);
    }
}
