using System.Reflection;
using System.Text.RegularExpressions;
using CustomerCentre.Tests.Rules;

namespace CustomerCentre.Tests.Features.SingleSignOn;

/// <summary>The table of modules in the README beside this file names tests; here they must exist.</summary>
public sealed partial class ConformanceTableTests
{
    private const string Readme = "tests/CustomerCentre.Tests/Features/SingleSignOn/README.md";
    private const string Journeys = "tests/CustomerCentre.EndToEnd/Journeys";

    [Fact]
    public void Every_module_stands_once_and_has_a_test_or_a_reason()
    {
        var rows = Rows();
        rows.Count.ShouldBeGreaterThan(50);
        rows.Select(row => row.Module).ShouldBeUnique();
        rows.ShouldAllBe(row => Names().IsMatch(row.Answer) || row.Answer.StartsWith("does not apply: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_test_named_exists()
    {
        var known = typeof(ConformanceTableTests).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("CustomerCentre.Tests.Features.SingleSignOn", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(method => method.GetCustomAttribute<FactAttribute>() is not null).Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet();
        var journeys = Sources.Under(Journeys, ".cs").ToDictionary(file => Path.GetFileNameWithoutExtension(file.Path), file => file.Text);

        var named = Rows().SelectMany(row => Names().Matches(row.Answer).Select(match => match.Value)).Distinct().ToList();
        named.Where(name => !known.Contains(name) && !IsJourney(name, journeys)).ShouldBeEmpty();
    }

    private static bool IsJourney(string name, Dictionary<string, string> journeys) =>
        name.Split('.') is ["Journeys", var type, var method] && journeys.TryGetValue(type, out var text) && text.Contains($"public async Task {method}(", StringComparison.Ordinal);

    private static List<(string Module, string Answer)> Rows() => [.. File.ReadLines(Path.Combine(Sources.Root, Readme))
        .Select(line => Row().Match(line)).Where(match => match.Success).Select(match => (match.Groups[1].Value, match.Groups[2].Value.Trim()))];

    [GeneratedRegex(@"^\| `(oidcc-[a-z0-9-]+)` \|(.*)\|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"(?<=`)(Journeys\.)?[A-Z]\w+Tests\.\w+(?=`)")]
    private static partial Regex Names();
}
