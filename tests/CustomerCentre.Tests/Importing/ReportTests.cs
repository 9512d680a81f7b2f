using System.Text;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Importing;
using CustomerCentre.Tests.Data.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Importing;

public sealed class ReportTests
{
    [Fact]
    public async Task The_file_of_bad_lines_names_line_field_and_reason_and_no_licence_number()
    {
        await using var folder = await ImportFolder.WithBasics();
        var (own, strayed) = (LicenceNumber.New(), LicenceNumber.New());
        var path = folder.Write("licences.csv", Encoding.UTF8.GetBytes(
            $"{ImportFolder.LicenceHeader}{own.Display};NIC;Single;;;InStock;;;;;;;;\nFOREIGN1;NIC;Single;;;InStock;;;;;{strayed.Display};;;\n{own.Display};JAZZ;\"Single;;;InStock;;;;;;;;\n"));
        var summaries = await folder.ImportFiles([path]);
        ImportCommand.CodeOf(summaries).ShouldBe(ImportCommand.SomeBad);

        var lines = await File.ReadAllLinesAsync(summaries[0].Report + ImportReports.Errors, TestContext.Current.CancellationToken);
        lines.Length.ShouldBe(4);
        lines[0].ShouldBe("Line;Field;Reason;Text");
        lines[1].ShouldStartWith("2;ProductCode;");
        lines[1].ShouldContain($"…{own.LastFour};NIC;Single;;;InStock");
        lines[3].ShouldStartWith("4;;");
        foreach (var secret in (string[])[own.Value, own.Display, strayed.Value, strayed.Display, "FOREIGN1"])
            lines.ShouldAllBe(line => !line.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_may_be_a_birth_number_is_left_out()
    {
        await using var folder = new ImportFolder();
        var path = folder.Write("customers.csv", Encoding.UTF8.GetBytes(
            "CustomerNumber;Kind;Country;Name;RegistrationNumber;VatNumber\n1;SoleTrader;CZ;Jan Vzorný;;CZ9055011251\n1001;SoleTrader;CZ;Jan;905501/1251;CZ500715123\n1;Company;CZ;=1+1;25313142;CZ25313142\n"));
        var report = (await folder.ImportFiles([path])).Single().Report;
        var text = await File.ReadAllTextAsync(report + ImportReports.Errors, TestContext.Current.CancellationToken);
        text.ShouldContain("1;SoleTrader;CZ;Jan Vzorný;;…");
        text.ShouldContain("1;Company;CZ;=1+1;25313142;CZ25313142");
        foreach (var personal in (string[])["9055011251", "905501/1251", "500715123"])
            text.ShouldNotContain(personal);
    }

    [Fact]
    public async Task A_good_run_leaves_no_report()
    {
        await using var folder = new ImportFolder();
        await folder.Import(ImportFolder.Products);
        Directory.GetFiles(folder.Reports).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_run_has_a_report_of_its_own_and_prints_where()
    {
        await using var folder = new ImportFolder();
        var path = folder.Write("products.csv", Encoding.UTF8.GetBytes("Code;Name;Line\nJAZZ;;POHODA\n"));
        var console = new StringWriter();
        SummaryText.Write(console, (await folder.ImportFiles([path])).Single());
        folder.World.Time.Advance(TimeSpan.FromSeconds(1));
        SummaryText.Write(console, (await folder.ImportFiles([path])).Single());

        var reports = Directory.GetFiles(folder.Reports);
        reports.Select(Path.GetFileName).Order().ShouldBe(["products.csv.20261110T1100000000000Z.errors.csv", "products.csv.20261110T1100010000000Z.errors.csv"]);
        reports.ShouldAllBe(report => console.ToString().Contains(report));
    }

    [Fact]
    public async Task A_report_is_kept_for_thirty_days()
    {
        await using var folder = new ImportFolder();
        await folder.Import("Code;Name;Line\nJAZZ;;POHODA\n");
        var foreign = Path.Combine(folder.Reports, "notes.errors.csv");
        await File.WriteAllTextAsync(foreign, "", TestContext.Current.CancellationToken);

        folder.World.Time.Advance(TimeSpan.FromDays(29));
        await folder.World.Tidy();
        Directory.GetFiles(folder.Reports).Length.ShouldBe(2);

        folder.World.Time.Advance(TimeSpan.FromDays(2));
        await folder.World.Tidy();
        Directory.GetFiles(folder.Reports).ShouldBe([foreign]);
    }

    [Fact]
    public async Task The_time_of_conflicts_ends_too()
    {
        await using var folder = new ImportFolder();
        var reports = folder.World.Services.GetRequiredService<ImportReports>();
        await File.WriteAllTextAsync(reports.PathFor("customers.csv") + ImportReports.Conflicts, "", TestContext.Current.CancellationToken);
        reports.DeleteBefore(folder.World.Time.GetUtcNow()).ShouldBe(0);
        reports.DeleteBefore(folder.World.Time.GetUtcNow().AddTicks(1)).ShouldBe(1);
    }

    [Fact]
    public async Task Two_thousand_licences_come_in_beside_the_bad_lines_among_them()
    {
        await using var folder = await ImportFolder.WithBasics();
        var lines = Enumerable.Range(2, 2_020).Select(line => line % 101 == 0
            ? "FOREIGN1;NIC;Single;;;InStock;;;;;;;;"
            : $"{LicenceNumber.New().Display};JAZZ;Single;;;SoldDirectly;;;100{1 + (line % 2)};2026-02-01;FV{line};;;");
        var summary = await folder.Licences([.. lines]);
        (summary.Lines, summary.Added, summary.Bad).ShouldBe((2_020, 2_000, 20));
        summary.Problems.Select(problem => problem.Line).ShouldBe(Enumerable.Range(1, 20).Select(i => i * 101L));
    }
}
