using System.Net;
using CustomerCentre.Shell;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Licences;

public sealed class RememberedLicencesPageTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Who_acts_for_nobody_is_led_to_the_start()
    {
        var page = await (await Person.At(portal)).Browser.Get("/licences");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector(".empty a")!.GetAttribute("href").ShouldBe("/onboarding/start");
    }

    [Fact]
    public async Task The_only_company_needs_no_remembering()
    {
        var jana = await Person.At(portal);
        await new Holding("7001", "Jediná", jana.Id).SaveTo(portal);

        (await jana.Browser.Get("/licences")).Leads.ShouldBe("/companies/7001/licences");
    }

    [Fact]
    public async Task With_several_companies_the_last_one_shown_is_remembered()
    {
        var jana = await Person.At(portal);
        await new Holding("7002", "První", jana.Id).SaveTo(portal);
        await new Holding("7003", "Druhá", jana.Id).SaveTo(portal);
        (await jana.Browser.Get("/licences")).Leads.ShouldBe("/companies");

        var shown = await jana.Browser.Get("/companies/7003");

        var cookie = shown.SetCookies.Single(set => set.StartsWith($"{CompanyCookie.Name}=7003", StringComparison.Ordinal));
        cookie.ShouldContain("; secure");
        cookie.ShouldContain("; httponly");
        (await jana.Browser.Get("/licences")).Leads.ShouldBe("/companies/7003/licences");
    }

    [Fact]
    public async Task The_company_of_another_is_neither_remembered_nor_reached_by_a_made_up_cookie()
    {
        var jana = await Person.At(portal);
        await new Holding("7004", "Cizí").SaveTo(portal);
        await new Holding("7005", "První", jana.Id).SaveTo(portal);
        await new Holding("7006", "Druhá", jana.Id).SaveTo(portal);

        await jana.Browser.Get("/companies/7004");
        jana.Browser.Cookies.ShouldNotContainKey(CompanyCookie.Name);

        jana.Browser.Cookies[CompanyCookie.Name] = "7004";
        (await jana.Browser.Get("/licences")).Leads.ShouldBe("/companies");
    }

    [Fact]
    public async Task A_short_address_of_a_licence_leads_to_its_company()
    {
        var jana = await Person.At(portal);
        var holding = new Holding("7007", "Firma", jana.Id);
        var licence = holding.Add("POHODA");
        await holding.SaveTo(portal);

        (await jana.Browser.Get($"/licences/{licence.Id}")).Leads.ShouldBe($"/companies/7007/licences/{licence.Id}");
    }
}
