using System.Text.RegularExpressions;

namespace CustomerCentre.Tests.Rules;

public sealed partial class EntitlementRules
{
    [Fact]
    public void Only_the_domain_decides_whether_a_period_covers_a_day() =>
        Sources.Under("src/CustomerCentre", ".cs", ".razor").Where(file => !file.Path.Contains("/Domain/Licences/", StringComparison.Ordinal) && OwnAnswer().IsMatch(file.Text))
            .Select(file => file.Path).ShouldBeEmpty();

    [GeneratedRegex(@"(?<!Words)\.Covers\(|MaxBy\(period|period\.Until\s*[<>]")]
    private static partial Regex OwnAnswer();
}
