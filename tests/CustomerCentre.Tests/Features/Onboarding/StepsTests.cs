using System.Globalization;
using CustomerCentre.Features.Onboarding;

namespace CustomerCentre.Tests.Features.Onboarding;

public sealed class StepsTests
{
    [Theory]
    [InlineData("cs", "Krok 1 z 2", "Krok 3 ze 4")]
    [InlineData("sk", "Krok 1 z 2", "Krok 3 zo 4")]
    [InlineData("en", "Step 1 of 2", "Step 3 of 4")]
    public void The_caption_is_said_as_people_say_it(string language, string ofTwo, string ofFour)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new(language);
        Steps.Caption(Steps.CustomerId, On(OnboardingPath.Known)).ShouldBe(ofTwo);
        Steps.Caption(Steps.Contact, On(OnboardingPath.First)).ShouldBe(ofFour);
        Steps.Caption(Steps.Start, On(null)).ShouldBeNull();
    }

    [Fact]
    public void Every_way_has_a_number_of_steps_that_has_its_words() =>
        Enum.GetValues<OnboardingPath>().Select(path => Steps.Of(path).Count).ShouldAllBe(count => count == 0 || count == 2 || count == 4);

    private static DraftAnswers On(OnboardingPath? path) => new() { Start = new() { Path = path } };
}
