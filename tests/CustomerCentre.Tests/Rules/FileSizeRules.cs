using System.Text.RegularExpressions;

namespace CustomerCentre.Tests.Rules;

public sealed partial class FileSizeRules
{
    private const int LongestFile = 250;
    private const int LongFile = 120;
    private const int Median = 60;
    private const int LongestCode = 50;

    private static readonly List<(string Path, int Lines)> Files =
        [.. Sources.Under("src", ".cs", ".razor").Concat(Sources.Under("tests", ".cs", ".razor")).Select(file => (file.Path, file.Text.Count(c => c == '\n')))];

    [Fact]
    public void No_file_is_long() => Files.Where(file => file.Lines > LongestFile).ShouldBeEmpty();

    [Fact]
    public void Nine_files_of_ten_are_short() => Files.Count(file => file.Lines > LongFile).ShouldBeLessThanOrEqualTo(Files.Count / 10);

    [Fact]
    public void Half_of_the_files_are_read_at_a_glance() => Files.Select(file => file.Lines).Order().ElementAt(Files.Count / 2).ShouldBeLessThanOrEqualTo(Median);

    [Fact]
    public void Code_in_a_page_is_short() =>
        Sources.Under("src", ".razor")
            .Select(file => (file.Path, Lines: CodeBlock().Match(file.Text).Groups[1].Value.Count(c => c == '\n')))
            .Where(file => file.Lines > LongestCode).ShouldBeEmpty();

    [GeneratedRegex(@"^@code\s*\{(.*)^\}", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();
}
