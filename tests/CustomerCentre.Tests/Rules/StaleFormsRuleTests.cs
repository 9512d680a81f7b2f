using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CustomerCentre.Tests.Rules;

/// <summary>A stale form is let through to the shared validator, so a static form without it would act on a forged post.</summary>
public sealed partial class StaleFormsRuleTests
{
    [Fact]
    public void Every_form_of_a_page_is_guarded_by_the_shared_validator()
    {
        var forms = Pages().SelectMany(file => EditForm().Matches(File.ReadAllText(file)).Select(form => (File: Path.GetFileName(file), form.Value)));
        foreach (var (file, form) in forms)
        {
            form.ShouldContain("<FluentValidator", customMessage: file);
            form.ShouldNotContain("OnSubmit=", customMessage: file);
        }
    }

    [Fact]
    public void No_page_handles_a_bare_form_of_its_own() =>
        Pages().Where(file => File.ReadAllText(file).Contains("@formname", StringComparison.Ordinal)).ShouldBeEmpty();

    private static string[] Pages([CallerFilePath] string here = "")
    {
        var source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/CustomerCentre"));
        var pages = Directory.GetFiles(source, "*.razor", SearchOption.AllDirectories);
        pages.ShouldNotBeEmpty();
        return pages;
    }

    [GeneratedRegex("<EditForm.*?</EditForm>", RegexOptions.Singleline)]
    private static partial Regex EditForm();
}
