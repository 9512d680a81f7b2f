using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Running;

internal static class Access
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] },
    };

    /// <summary>What another colour scheme can change.</summary>
    private static readonly AxeRunOptions RulesOfColour = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    /// <summary>Fails with a readable list unless axe finds the page free of faults in both colour schemes.</summary>
    public static async Task Check(IPage page)
    {
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.WaitForAnimations();
            var violations = (await page.RunAxe(scheme == ColorScheme.Light ? Rules : RulesOfColour)).Violations;
            if (violations.Length > 0)
            {
                Assert.Fail($"axe found faults on {page.Url} ({scheme}):{Environment.NewLine}{string.Join(Environment.NewLine, violations.Select(Describe))}");
            }
        }
    }

    private static string Describe(AxeResultItem fault) =>
        string.Join(Environment.NewLine + "    ", [$"- {fault.Id} ({fault.Impact}): {fault.Help}, {fault.HelpUrl}", .. fault.Nodes.Select(node => node.Html)]);
}
