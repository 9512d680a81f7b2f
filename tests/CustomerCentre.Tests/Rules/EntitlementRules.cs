using System.Globalization;
using System.Text.RegularExpressions;
using CustomerCentre.Resources;

namespace CustomerCentre.Tests.Rules;

public sealed partial class EntitlementRules
{
    [Fact]
    public void Only_the_domain_decides_whether_a_period_covers_a_day() =>
        Sources.Under("src/CustomerCentre", ".cs", ".razor").Where(file => !file.Path.Contains("/Domain/Licences/", StringComparison.Ordinal) && OwnAnswer().IsMatch(file.Text))
            .Select(file => file.Path).ShouldBeEmpty();

    [Fact]
    public void Every_event_of_a_customers_history_has_words()
    {
        var events = Sources.Under("src/CustomerCentre", ".cs").SelectMany(file => AuditedEvent().Matches(file.Text)).Select(match => match.Groups[1].Value).Distinct().ToList();
        events.ShouldNotBeEmpty();
        events.Where(name => SupportTexts.ResourceManager.GetString($"Event{name}", CultureInfo.InvariantCulture) is null).ShouldBeEmpty();
    }

    [GeneratedRegex(@"(?<!Words)\.Covers\(|MaxBy\(period|period\.Until\s*[<>]")]
    private static partial Regex OwnAnswer();

    // Events without a customer stand in no customer's history.
    [GeneratedRegex(@"audit\.Add\(""(\w+)"",\s*(?!subjectId:)\w")]
    private static partial Regex AuditedEvent();
}
