using Bunit;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Features.Registrations;
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

    [Fact]
    public async Task Who_acts_for_nobody_is_led_to_the_wizard()
    {
        await using var wizard = await Wizard.Begin();
        wizard.Open<RegisterProductPage>("/registrations/new").Find(".empty a").GetAttribute("href").ShouldBe("/onboarding");
    }
}
