using System.Text;
using CustomerCentre.Importing;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Importing;

public sealed class ReadingTests
{
    private const string Text = "Code;Name;Country\nP1;Žluťoučký kůň s.r.o.;CZ\n";

    static ReadingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "windows-1250", "utf-16"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task The_encoding_is_recognised(string name)
    {
        Encoding encoding = name == "utf-8-bom" ? new UTF8Encoding(true) : name == "utf-8" ? new UTF8Encoding(false) : Encoding.GetEncoding(name);
        await using var folder = new ImportFolder();
        var path = folder.Write("partneři.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);
        (await folder.ImportFiles([path])).Single().Added.ShouldBe(1);
        (await folder.World.Db(db => db.Partners.SingleAsync())).Name.ShouldBe("Žluťoučký kůň s.r.o.");
    }

    [Fact]
    public async Task A_character_across_the_border_of_two_chunks_is_still_utf8()
    {
        await using var folder = new ImportFolder();
        var filler = string.Join("", Enumerable.Range(0, 4_000).Select(i => $"X{i};Kůň;CZ\n"));
        for (var shift = 0; shift < 3; shift++)
            TextEncodings.Detect(new MemoryStream(Encoding.UTF8.GetBytes(new string('a', shift) + filler))).ShouldBe(Encoding.UTF8);
    }

    [Fact]
    public async Task Commas_quotes_blank_lines_and_other_cases_of_letters_are_read()
    {
        await using var folder = new ImportFolder();
        var summary = (await folder.Import("code , NAME,Line,Remark\r\n\r\nA,\"Jazz, \"\"velký\"\"\",POHODA,x\r\n,,,\r\nB,5\" disk,POHODA,\r\n")).Single();
        summary.UnknownColumns.ShouldBe(["Remark"]);
        (summary.Lines, summary.Added).ShouldBe((2, 2));
        (await folder.World.Db(db => db.Products.OrderBy(p => p.Code).Select(p => p.Name).ToListAsync())).ShouldBe(["Jazz, \"velký\"", "5\" disk"]);
    }

    [Theory]
    [InlineData("Něco;Jiného\n1;2\n")]
    [InlineData("Code;Code;Name;Line\n1;2;3;4\n")]
    [InlineData("")]
    public async Task A_file_of_no_known_kind_is_not_read(string text)
    {
        await using var folder = new ImportFolder();
        var summaries = await folder.Import(text, ImportFolder.Products);
        summaries.Single(summary => summary.Kind is null).Failure.ShouldBe(ImportTexts.UnknownHeader);
        summaries.Single(summary => summary.Kind is not null).Added.ShouldBe(2);
        ImportCommand.CodeOf(summaries).ShouldBe(ImportCommand.Unreadable);
    }

    [Fact]
    public async Task A_file_that_is_not_there_does_not_stop_the_others()
    {
        await using var folder = new ImportFolder();
        var there = folder.Write("products.csv", Encoding.UTF8.GetBytes(ImportFolder.Products));
        var summaries = await folder.ImportFiles([there + "x", there]);
        summaries.Select(summary => (summary.Failure is null, summary.Added)).ShouldBe([(false, 0), (true, 2)]);
    }

    [Fact]
    public async Task A_stopped_run_says_so_and_goes_on_when_it_is_run_again()
    {
        await using var folder = new ImportFolder();
        var path = folder.Write("products.csv", Encoding.UTF8.GetBytes(ImportFolder.Products));
        var stopped = await folder.ImportFiles([path], isStopped: true);
        stopped.Single().IsStopped.ShouldBeTrue();
        ImportCommand.CodeOf(stopped).ShouldBe(ImportCommand.SomeBad);
        ImportCommand.CodeOf(await folder.ImportFiles([path])).ShouldBe(ImportCommand.AllGood);
    }
}
