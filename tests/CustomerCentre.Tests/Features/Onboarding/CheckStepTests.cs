using Bunit;
using CustomerCentre.Features.Onboarding;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Tests.Features.Registrations;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Onboarding;

public sealed class CheckStepTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task It_registers_and_the_done_page_shows_the_number_for_ever()
    {
        await using var wizard = await Wizard.Begin();
        var (page, id) = await Open(wizard);
        page.Find("input[type=checkbox]").Change(true);
        page.Find("form").Submit();
        await wizard.Leads($"onboarding/done?draft={id}");

        var number = await wizard.World.Db(db => db.IssuedNumbers.Select(issued => issued.Number).SingleAsync());
        foreach (var done in new[] { wizard.Open<DoneStep>($"/onboarding/done?draft={id}"), wizard.Open<DoneStep>($"/onboarding/done?draft={id}") })
        {
            done.Find(".issued-number").TextContent.ShouldContain(number.ToString());
            done.Find(".registered").TextContent.ShouldContain("31. 12. 2026");
            done.Find(".support-line").TextContent.ShouldContain("+420 567 117 711");
        }
    }

    [Fact]
    public async Task The_done_page_lists_no_product_that_was_taken_back()
    {
        await using var wizard = await Wizard.Begin();
        var (page, id) = await Open(wizard);
        page.Find("input[type=checkbox]").Change(true);
        page.Find("form").Submit();
        await wizard.Leads($"onboarding/done?draft={id}");
        var registration = await wizard.World.Db(db => db.Registrations.Select(r => r.Id).SingleAsync());
        (await wizard.World.Send(new UndoRegistration.Command(registration), wizard.Me)).IsDone.ShouldBeTrue();

        wizard.Open<DoneStep>($"/onboarding/done?draft={id}").FindAll(".registered").ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_clicks_register_once()
    {
        await using var wizard = await Wizard.Begin();
        var (page, id) = await Open(wizard);
        page.Find("input[type=checkbox]").Change(true);
        await Task.WhenAll(page.Find("form").SubmitAsync(), page.Find("form").SubmitAsync());
        await wizard.Leads($"onboarding/done?draft={id}");
        (await wizard.World.Db(db => db.Customers.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Without_the_terms_nothing_happens()
    {
        await using var wizard = await Wizard.Begin();
        var (page, _) = await Open(wizard);
        page.Find("form").Submit();
        page.WaitForElement(".summary", Long).TextContent.ShouldContain("licenčními podmínkami");
        (await wizard.World.Db(db => db.Customers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_company_that_may_be_known_is_offered_to_be_joined_and_the_licence_is_kept()
    {
        await using var wizard = await Wizard.Begin();
        await wizard.World.KnownCompany();
        var (page, id) = await Open(wizard);
        page.Find("input[type=checkbox]").Change(true);
        page.Find("form").Submit();
        page.WaitForElement(".callout button", Long).Click();
        await wizard.Leads($"onboarding/done?draft={id}");
        wizard.Open<DoneStep>($"/onboarding/done?draft={id}").Find("h1").TextContent.ShouldContain("Žádost o přístup");
        (await wizard.World.Db(db => db.ReservedLicences.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task What_the_registration_refuses_stands_at_the_answer_it_is_about()
    {
        await using var wizard = await Wizard.Begin();
        var (page, _) = await Open(wizard, new() { Number = (await wizard.World.LicenceInStock()).Text(), PurchasedOn = Filled.Bought });
        page.Find("input[type=checkbox]").Change(true);
        page.Find("form").Submit();
        page.WaitForAssertion(() => page.Find("#Licences-0-Number .field-error").TextContent.ShouldContain("zaregistrovat nejde"), Long);
        page.Find(".summary a").GetAttribute("data-to-field").ShouldBe("Licences-0-Number");
    }

    [Fact]
    public async Task Each_part_can_be_changed_and_leads_back_here()
    {
        await using var wizard = await Wizard.Begin();
        var (page, id) = await Open(wizard);
        page.FindAll(".checked-head a").Select(link => link.GetAttribute("href")).ShouldBe(
            [$"/onboarding/products?draft={id}&from=check", $"/onboarding/company?draft={id}&from=check", $"/onboarding/contact?draft={id}&from=check"]);
    }

    private static async Task<(IRenderedComponent<CheckStep> Page, Guid Draft)> Open(Wizard wizard, LicenceEntry? entry = null)
    {
        var products = new ProductsForm { Licences = [entry ?? Filled.Entry(await wizard.World.LicenceAtPartner())] };
        var id = await wizard.Draft(OnboardingPath.First, (nameof(DraftAnswers.Products), products), (nameof(DraftAnswers.Company), Filled.Company()),
            (nameof(DraftAnswers.Contact), new ContactForm { Name = "Jana Nová" }));
        return (wizard.Open<CheckStep>($"/onboarding/check?draft={id}"), id);
    }
}
