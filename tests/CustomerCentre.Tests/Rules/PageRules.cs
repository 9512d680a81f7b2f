using System.Reflection;
using System.Text.RegularExpressions;
using CustomerCentre.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace CustomerCentre.Tests.Rules;

public sealed partial class PageRules
{
    private static readonly List<Type> Pages = [.. typeof(Program).Assembly.GetTypes().Where(type => type.GetCustomAttributes<RouteAttribute>().Any())];

    [Fact]
    public void Every_page_says_who_may_see_it()
    {
        Pages.ShouldNotBeEmpty();
        Pages.Where(page => page.GetCustomAttribute<AuthorizeAttribute>() is null && page.GetCustomAttribute<AllowAnonymousAttribute>() is null)
            .Select(page => page.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Every_policy_a_page_names_exists()
    {
        var policies = typeof(Policies).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();
        policies.ShouldNotBeEmpty();
        Pages.Select(page => page.GetCustomAttribute<AuthorizeAttribute>()?.Policy).OfType<string>().Where(policy => !policies.Contains(policy)).ShouldBeEmpty();
    }

    [Fact]
    public void A_page_or_a_step_is_called_so() =>
        Pages.Where(page => !page.Name.EndsWith("Page", StringComparison.Ordinal) && !page.Name.EndsWith("Step", StringComparison.Ordinal))
            .Select(page => page.FullName).ShouldBeEmpty();

    [Fact]
    public void Pages_reach_data_only_by_requests() =>
        Sources.Under("src/CustomerCentre/Features", ".razor").Where(file => ReachesAround().IsMatch(file.Text)).Select(file => file.Path).ShouldBeEmpty();

    [Fact]
    public void Every_posted_edit_form_runs_the_shared_validator() =>
        Sources.Under("src/CustomerCentre", ".razor")
            .Where(file => file.Text.Contains("<EditForm", StringComparison.Ordinal) && !file.Text.Contains("<FluentValidator", StringComparison.Ordinal))
            .Select(file => file.Path).ShouldBeEmpty();

    [GeneratedRegex(@"@inject\s+(CustomerCentreDb|IMediator|UserManager|SignInManager|IServiceScopeFactory)|@inherits\s+Owning")]
    private static partial Regex ReachesAround();
}
