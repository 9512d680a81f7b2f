using Bunit;
using CustomerCentre.Features.Onboarding;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Onboarding;

public sealed class CustomerIdStepTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Who_is_a_contact_joins_at_once_and_confirms_the_details()
    {
        await using var wizard = await Wizard.Begin();
        await wizard.World.KnownCompany("1234", contact: "jana@example.cz");
        var (page, id) = await Fill(wizard, "1234", "25313142");
        await wizard.Leads($"onboarding/details?draft={id}");

        var details = wizard.Open<DetailsStep>($"/onboarding/details?draft={id}");
        details.Find("#Company-RegistrationNumber").HasAttribute("readonly").ShouldBeTrue();
        details.Find("#Company-City").Change("Brno");
        details.Find("form").Submit();
        await wizard.Leads($"onboarding/done?draft={id}");
        wizard.Open<DoneStep>($"/onboarding/done?draft={id}").Find(".issued-number").TextContent.ShouldContain("1234");
        (await wizard.World.Db(db => Task.FromResult(db.Customers.Single().Details.City))).ShouldBe("Brno");
    }

    [Theory]
    [InlineData("1234", "25313142")]
    [InlineData("1234", "45274649")]
    [InlineData("9999", "25313142")]
    public async Task Without_a_proof_a_request_is_sent_in_the_same_words_whether_the_pair_holds_or_not(string number, string register)
    {
        await using var wizard = await Wizard.Begin();
        await wizard.World.KnownCompany("1234");
        var (page, id) = await Fill(wizard, number, register);
        await wizard.Leads($"onboarding/done?draft={id}");
        var done = wizard.Open<DoneStep>($"/onboarding/done?draft={id}");
        done.Find("h1").TextContent.ShouldBe("Žádost o přístup jsme odeslali");
        done.Find("a[href='/access-requests']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_has_no_register_number_gives_postal_code_and_family_name()
    {
        await using var wizard = await Wizard.Begin();
        var page = wizard.Open<CustomerIdStep>($"/onboarding/customer-id?draft={await wizard.Draft(OnboardingPath.Known)}");
        page.Find("button.link").Click();
        page.FindAll("#Known-PostalCode, #Known-FamilyName").Count.ShouldBe(2);
        page.FindAll("#Known-RegistrationNumber").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_help_leads_back_with_nothing_lost()
    {
        await using var wizard = await Wizard.Begin();
        var id = await wizard.Draft(OnboardingPath.Known);
        var page = wizard.Open<CustomerIdStep>($"/onboarding/customer-id?draft={id}");
        page.Find("#Known-CustomerNumber").Change("12 34");
        page.WaitForAssertion(() => page.Find(".saved").TextContent.ShouldContain("Uloženo"), Long);
        page.Find(".below-field a").GetAttribute("href").ShouldNotBeNull().ShouldContain(Uri.EscapeDataString($"/onboarding/customer-id?draft={id}"));
        wizard.Open<CustomerIdStep>($"/onboarding/customer-id?draft={id}").Find("#Known-CustomerNumber").GetAttribute("value").ShouldBe("12 34");
    }

    private static async Task<(IRenderedComponent<CustomerIdStep> Page, Guid Draft)> Fill(Wizard wizard, string number, string register)
    {
        var id = await wizard.Draft(OnboardingPath.Known);
        var page = wizard.Open<CustomerIdStep>($"/onboarding/customer-id?draft={id}");
        page.Find("#Known-CustomerNumber").Change(number);
        page.Find("#Known-RegistrationNumber").Change(register);
        page.Find("form").Submit();
        return (page, id);
    }
}
