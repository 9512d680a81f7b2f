using System.Globalization;
using CustomerCentre.Resources;

namespace CustomerCentre.Tests.Resources;

public sealed class PluralTests
{
    [Theory]
    [InlineData("cs", 0, "licencí")]
    [InlineData("cs", 1, "licence")]
    [InlineData("cs", 4, "licence (2–4)")]
    [InlineData("cs", 5, "licencí")]
    [InlineData("sk", 2, "licence (2–4)")]
    [InlineData("en", 1, "licence")]
    [InlineData("en", 2, "licencí")]
    public void The_word_follows_the_number_and_the_language(string language, int n, string form)
    {
        CultureInfo.CurrentUICulture = new(language);
        Plural.Of(n, "licence", "licence (2–4)", "licencí").ShouldBe(form);
    }
}
