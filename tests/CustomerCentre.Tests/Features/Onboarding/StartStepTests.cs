using Bunit;
using CustomerCentre.Features.Onboarding;

namespace CustomerCentre.Tests.Features.Onboarding;

public sealed class StartStepTests
{
    [Theory]
    [InlineData(0, "onboarding/products?draft=")]
    [InlineData(1, "onboarding/customer-id?draft=")]
    [InlineData(2, "help/customer-id?returnUrl=")]
    public async Task Each_answer_leads_its_own_way(int choice, string leads)
    {
        await using var wizard = await Wizard.Begin();
        var page = wizard.Open<StartStep>($"/onboarding/start?draft={await wizard.Draft(null)}");
        page.FindAll("input[type=radio]")[choice].Change(true);
        page.Find("form").Submit();
        await wizard.Leads(leads);
    }

    [Fact]
    public async Task No_answer_is_said_at_the_question_and_in_the_summary()
    {
        await using var wizard = await Wizard.Begin();
        var page = wizard.Open<StartStep>($"/onboarding/start?draft={await wizard.Draft(null)}");
        page.Find("form").Submit();
        page.WaitForElement(".summary").TextContent.ShouldContain("Vyberte jednu z možností.");
    }

    [Fact]
    public async Task What_was_answered_on_the_home_page_is_not_asked_again()
    {
        await using var wizard = await Wizard.Begin();
        (await wizard.Arrive<StartStep>("/onboarding/start?path=id")).ShouldStartWith("onboarding/customer-id?draft=");
    }

    [Fact]
    public async Task Another_way_than_the_one_begun_leaves_that_one_untouched()
    {
        await using var wizard = await Wizard.Begin();
        var first = await wizard.Draft(OnboardingPath.First);
        (await wizard.Arrive<StartStep>("/onboarding/start?path=id")).ShouldNotContain($"{first}");
        (await wizard.Answers(first)).Start.Path.ShouldBe(OnboardingPath.First);
    }

    [Fact]
    public async Task Without_a_draft_in_the_address_the_last_one_is_opened()
    {
        await using var wizard = await Wizard.Begin();
        var id = await wizard.Draft(OnboardingPath.First);
        (await wizard.Arrive<StartStep>("/onboarding/start")).ShouldBe($"onboarding/start?draft={id}");
    }
}
