using System.Reflection;
using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.Components;

namespace CustomerCentre.Tests.Rules;

public sealed class StaticPageRules
{
    // A page reacts between two submits or it is static; these react.
    private static readonly string[] Interactive =
        ["StartStep", "ProductsStep", "CompanyStep", "ContactStep", "CheckStep", "CustomerIdStep", "DetailsStep", "RegisterProductPage", "BatchStatusPage", "SupportPage"];

    private static readonly List<Type> Pages = [.. typeof(Program).Assembly.GetTypes().Where(type => type.GetCustomAttributes<RouteAttribute>().Any())];

    public static IEnumerable<TheoryDataRow<string>> StaticRoutes => Pages
        .Where(page => !Interactive.Contains(page.Name))
        .SelectMany(page => page.GetCustomAttributes<RouteAttribute>())
        .Select(route => new TheoryDataRow<string>(route.Template.Replace("{Id:guid}", Guid.Empty.ToString()).Replace("{Number}", "5000000016")));

    [Fact]
    public void Only_pages_that_react_between_two_submits_hold_a_circuit() =>
        Pages.Where(page => page.GetCustomAttribute<RenderModeAttribute>() is not null).Select(page => page.Name).ShouldBe(Interactive, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(StaticRoutes))]
    public async Task A_page_meant_to_be_static_opens_no_circuit(string path)
    {
        await using var portal = new Portal();
        using var visitor = portal.Browser();
        using var member = await portal.SignedIn();

        (await visitor.Get(path)).Html.ShouldNotContain("<!--Blazor:{\"type\":\"server\"");
        (await member.Get(path)).Html.ShouldNotContain("<!--Blazor:{\"type\":\"server\"");
    }
}
