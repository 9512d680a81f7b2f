using Bunit;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Features.Companies;
using CustomerCentre.Features.Onboarding;
using CustomerCentre.Tests.Features.Registrations;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Onboarding;

public sealed class CompanyStepTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task The_register_fills_in_what_is_empty_and_its_source_is_shown()
    {
        await using var wizard = await Wizard.Begin(("Registers:Mode", "Sample"));
        var page = await Open(wizard, new() { Kind = CustomerKind.Company, City = "Praha" });
        page.Find("#Company-RegistrationNumber").Change("99000041");
        page.WaitForAssertion(() => page.Find("#Company-Name").GetAttribute("value").ShouldNotBeNull().ShouldStartWith("Ukázková pekárna"), Long);
        page.Find("#Company-City").GetAttribute("value").ShouldBe("Praha");
        page.Find("#Company-Name-hint").TextContent.ShouldContain("z ukázkového rejstříku");
        page.Markup.ShouldContain("uvádí něco jiného");
    }

    [Fact]
    public async Task The_registers_values_are_taken_over_only_when_asked_for()
    {
        await using var wizard = await Wizard.Begin(("Registers:Mode", "Sample"));
        var page = await Open(wizard, new() { Kind = CustomerKind.Company, City = "Praha" });
        page.Find("#Company-RegistrationNumber").Change("99000041");
        page.WaitForElement(".callout button", Long).Click();
        page.WaitForAssertion(() => page.Find("#Company-City").GetAttribute("value").ShouldBe("Jihlava"), Long);
    }

    [Fact]
    public async Task Another_number_takes_the_registers_values_back()
    {
        await using var wizard = await Wizard.Begin(("Registers:Mode", "Sample"));
        var page = await Open(wizard, new() { Kind = CustomerKind.Company });
        page.Find("#Company-RegistrationNumber").Change("99000041");
        page.WaitForAssertion(() => page.Find("#Company-City").GetAttribute("value").ShouldBe("Jihlava"), Long);
        page.Find("#Company-RegistrationNumber").Change("12345678");
        page.WaitForAssertion(() => page.Find("#Company-City").GetAttribute("value").ShouldBeNullOrEmpty(), Long);
        page.Find("#Company-RegistrationNumber-error").TextContent.ShouldContain("Kontrolní číslice");
        page.FindAll("#Company-ConfirmsRegistrationNumber").Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_outage_stops_nobody()
    {
        await using var wizard = await Wizard.Begin();
        var page = await Open(wizard, Filled.Company());
        page.WaitForAssertion(() => page.Markup.ShouldContain("teď neodpovídá"), Long);
        page.Find("form").Submit();
        await wizard.Leads("onboarding/contact");
    }

    [Fact]
    public async Task A_consumer_is_asked_for_a_name_and_for_no_number()
    {
        await using var wizard = await Wizard.Begin();
        var page = await Open(wizard, new() { Kind = CustomerKind.Consumer });
        page.FindAll("#Company-FamilyName").Count.ShouldBe(1);
        page.FindAll("#Company-RegistrationNumber, #Company-VatNumber, #Company-DataBoxId").ShouldBeEmpty();
    }

    [Fact]
    public async Task Coming_to_change_an_answer_leads_straight_back_to_the_check()
    {
        await using var wizard = await Wizard.Begin();
        var page = await Open(wizard, Filled.Company(), "&from=check");
        page.Find("form").Submit();
        await wizard.Leads("onboarding/check");
    }

    [Fact]
    public async Task Opened_too_early_it_leads_to_the_first_unfinished_step()
    {
        await using var wizard = await Wizard.Begin();
        var id = await wizard.Draft(OnboardingPath.First);
        (await wizard.Arrive<CompanyStep>($"/onboarding/company?draft={id}")).ShouldBe($"onboarding/products?draft={id}&early=true");
    }

    private static async Task<IRenderedComponent<CompanyStep>> Open(Wizard wizard, CompanyForm company, string more = "")
    {
        var products = new ProductsForm { Licences = [Filled.Entry(await wizard.World.LicenceAtPartner())] };
        var id = await wizard.Draft(OnboardingPath.First, (nameof(DraftAnswers.Products), products), (nameof(DraftAnswers.Company), company));
        return wizard.Open<CompanyStep>($"/onboarding/company?draft={id}{more}");
    }
}
