using CustomerCentre.Importing;
using CustomerCentre.Tests.Rules;

namespace CustomerCentre.Tests.Importing;

public sealed class TemplatesTests
{
    private static readonly string Folder = Path.Combine(Sources.Root, "src/CustomerCentre/Importing/Templates");

    [Fact]
    public void The_documentation_names_every_column_as_the_code_does()
    {
        var readme = File.ReadAllText(Path.Combine(Folder, "README.md"));
        foreach (var kind in FileKind.All)
            readme.ShouldContain(Documentation(kind), customMessage: $"README.md of the templates must say of {kind.Name}:\n{Documentation(kind)}");
    }

    [Fact]
    public void Every_kind_has_a_template_with_all_its_columns()
    {
        foreach (var kind in FileKind.All)
            File.ReadLines(Path.Combine(Folder, kind.Name + ".csv")).First().ShouldBe(string.Join(';', kind.Columns.Select(column => column.Name)));
    }

    [Fact]
    public void Every_template_is_recognised_also_with_its_required_columns_alone()
    {
        foreach (var kind in FileKind.All)
        {
            FileKind.Recognise([.. kind.Columns.Select(column => column.Name)]).ShouldBe(kind);
            if (kind.Columns.Count(column => column.About.IsRequired) > 1)
                FileKind.Recognise([.. kind.Columns.Where(column => column.About.IsRequired).Select(column => column.Name)]).ShouldBe(kind);
        }
    }

    [Fact]
    public async Task The_templates_themselves_can_be_imported()
    {
        await using var folder = new ImportFolder();
        var known = "Code;Name;Line\nPOH-SQL-JAZZ;A;B\n";
        var summaries = await folder.Import([known, .. FileKind.All.Select(kind => File.ReadAllText(Path.Combine(Folder, kind.Name + ".csv")))]);
        summaries.Count.ShouldBe(FileKind.All.Count + 1);
        summaries.Skip(1).ShouldAllBe(summary => summary.Lines == 2 && summary.Bad == 0 && summary.Failure == null);
    }

    private static string Documentation(FileKind kind) =>
        $"## {kind.Name}\n\n{kind.About}\n\n| column | required | what stands in it |\n|---|---|---|\n"
        + string.Concat(kind.Columns.Select(column => $"| `{column.Name}` | {(column.About.IsRequired ? "yes" : "")} | {column.About.Meaning} |\n"));
}
