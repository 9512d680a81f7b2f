using Bunit;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Companies;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Features.Onboarding;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Registrations;

public sealed class RegisterProductPageTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_further_product_is_registered_and_its_entitlement_shown_with_the_support_line()
    {
        await using var wizard = await Wizard.Begin();
        await wizard.World.KnownCompany("1234", members: [(wizard.Me, MemberRole.Colleague)]);
        var licence = await wizard.World.LicenceAtPartner();
        var page = wizard.Open<RegisterProductPage>("/registrations/new");
        page.Find("[name=Number]").Change(licence.Text());
        page.Find("[name=PurchasedOn]").Change("2026-10-01");
        page.Find("input[type=checkbox]").Change(true);
        page.Find("form").Submit();
        await wizard.Leads("registrations/0");

        var intent = await wizard.World.Db(db => db.Registrations.Select(r => r.IntentId).SingleAsync());
        wizard.Address.ShouldBe($"registrations/{intent}");
    }

    [Fact]
    public async Task The_company_in_the_address_is_chosen()
    {
        await using var wizard = await Wizard.Begin();
        await wizard.World.KnownCompany("1234", members: [(wizard.Me, MemberRole.Manager)]);
        await wizard.World.KnownCompany("5678", "45274649", members: [(wizard.Me, MemberRole.Manager)]);
        var page = wizard.Open<RegisterProductPage>("/registrations/new?company=5678");
        page.Find("option[selected]").GetAttribute("value").ShouldBe("5678");
    }

    [Theory]
    [InlineData("8030")]
    [InlineData("998877")]
    public async Task The_company_in_the_address_is_chosen_among_thirty_and_by_an_old_number_too(string number)
    {
        await using var wizard = await Wizard.Begin();
        var last = await Among(wizard, 30);
        await wizard.World.Add(new IssuedNumber(CustomerNumber.Parse("998877"), last.Id, wizard.World.Time.GetUtcNow()) { IsCurrent = false });
        var page = wizard.Open<RegisterProductPage>($"/registrations/new?company={number}");
        page.Find("option[selected]").GetAttribute("value").ShouldBe("8030");
        page.FindAll("option").Count.ShouldBe(31);
    }

    [Fact]
    public async Task With_several_companies_and_none_named_nothing_is_chosen_and_one_must_be()
    {
        await using var wizard = await Wizard.Begin();
        await Among(wizard, 2);
        var page = wizard.Open<RegisterProductPage>("/registrations/new");
        page.FindAll("option[selected]").ShouldBeEmpty();
        page.Find("form").Submit();
        page.WaitForElement(".summary", Long).TextContent.ShouldContain(RegistrationsTexts.CompanyRequired);
    }

    [Theory]
    [InlineData("4444")]
    [InlineData("nonsense")]
    public async Task A_company_that_is_not_mine_is_not_found_and_none_is_offered_instead(string number)
    {
        await using var wizard = await Wizard.Begin();
        await Among(wizard, 1);
        await wizard.World.KnownCompany("4444", "45274649");
        (await wizard.Misses<RegisterProductPage>($"/registrations/new?company={number}")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_reader_is_not_offered_the_company()
    {
        await using var wizard = await Wizard.Begin();
        await wizard.World.KnownCompany("1234", members: [(wizard.Me, MemberRole.Reader)]);
        (await wizard.World.Send(new OfferCompanies.Query("1234", ToRegister: true), wizard.Me)).Value.Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_reader_hears_at_once_who_registers_and_sees_no_form()
    {
        await using var wizard = await Wizard.Begin();
        await Among(wizard, 2);
        await wizard.World.KnownCompany("1234", members: [(wizard.Me, MemberRole.Reader)]);
        var page = wizard.Open<RegisterProductPage>("/registrations/new?company=1234");
        page.Find(".empty").TextContent.ShouldContain(ProductTexts.ReaderText);
        page.Find(".empty a").GetAttribute("href").ShouldBe("/companies/1234");
        page.FindAll("form").ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_acts_for_nobody_is_led_to_the_wizard()
    {
        await using var wizard = await Wizard.Begin();
        wizard.Open<RegisterProductPage>("/registrations/new").Find(".empty a").GetAttribute("href").ShouldBe("/onboarding");
    }

    private static async Task<Customer> Among(Wizard wizard, int count)
    {
        Customer[] customers = [.. Enumerable.Range(1, count).Select(i => Mine(wizard, i))];
        await wizard.World.Add([.. customers]);
        return customers[^1];
    }

    private static Customer Mine(Wizard wizard, int order)
    {
        var details = new CustomerDetails
        {
            Kind = CustomerKind.Consumer,
            Country = Country.Czechia,
            Name = $"Jana {order:00}",
            FamilyName = $"{order:00}",
            Street = "Krátká 2",
            City = "Brno",
            PostalCode = PostalCode.Parse(Country.Czechia, "602 00"),
        };
        var now = wizard.World.Time.GetUtcNow();
        var customer = Customer.Open(Guid.CreateVersion7(), CustomerNumber.Parse($"{8000 + order}"), details, RegisterCheck.None, now);
        customer.Admit(wizard.Me, MemberRole.Colleague, now);
        return customer;
    }
}
