using System.Net;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Features.Licences;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Companies.Partners;

public sealed class TrustPagesTests : IAsyncDisposable
{
    private readonly Portal portal = new();

    [Fact]
    public async Task A_manager_switches_checks_grants_and_revokes_and_reads_it_in_the_history()
    {
        var browser = await Member(MemberRole.Manager);
        var company = await browser.Get("/companies/1234");
        company.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain("/companies/1234/history");
        company.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain("/companies/1234/partners");
        (await browser.Get("/companies/1234/history")).Text.ShouldContain(CompanyTrustTexts.HistoryEmpty);

        var partners = await browser.Get("/companies/1234/partners");
        partners.Text.ShouldContain(CompanyTrustTexts.DefaultOff);
        var button = partners.Document.QuerySelector("button[name=Allow]")!;
        (await browser.Post(partners, "checks", ("Allow", button.GetAttribute("value")!))).Leads.ShouldBe("/companies/1234/partners?changed=true");
        (await portal.Db(db => db.Customers.SingleAsync())).PartnerChecks.ShouldBe(true);
        // Pressed again in another tab, the same button does the same.
        (await browser.Post(partners, "checks", ("Allow", button.GetAttribute("value")!))).Leads.ShouldNotBeNull();
        (await portal.Db(db => db.Customers.SingleAsync())).PartnerChecks.ShouldBe(true);

        var found = await browser.Post(await browser.Get("/companies/1234/partners/grant"), "find", ("Find.Text", "P1"));
        found.Heading.ShouldBe("Prodejce");
        var wrong = await browser.Post(found, "grant", ("Grant.Until", "2020-01-01"), ("Grant.ShowsContacts", "true"));
        wrong.Document.QuerySelector(".summary")!.TextContent.ShouldContain(CompanyTrustTexts.UntilWrong);
        (await browser.Post(wrong, "grant", ("Grant.Until", "2027-01-01"))).Leads.ShouldBe("/companies/1234/partners?changed=true");
        var granted = await browser.Get("/companies/1234/partners");
        granted.Text.ShouldContain("1. 1. 2027");
        (await browser.Post(granted, $"revoke-{(await portal.Db(db => db.PartnerGrants.SingleAsync())).Id:n}")).Leads.ShouldNotBeNull();

        var history = await browser.Get("/companies/1234/history");
        history.Document.QuerySelectorAll("tbody b").Select(b => b.TextContent)
            .ShouldBe([CompanyTrustTexts.PartnerGrantRevoked, CompanyTrustTexts.PartnerGranted, CompanyTrustTexts.PartnerChecksAllowed], ignoreOrder: true);
        history.Document.QuerySelectorAll("tbody td:last-child").ShouldAllBe(cell => cell.TextContent == CompanyTrustTexts.You);
    }

    [Fact]
    public async Task A_code_is_shown_with_a_way_to_copy_it_and_withdrawn()
    {
        var browser = await Member(MemberRole.Manager);
        var shown = await browser.Post(await browser.Get("/companies/1234/partners/code"), "code");
        var code = shown.Document.QuerySelector("[data-copy]")!.GetAttribute("data-copy")!;
        CheckCode.HashOf(code).ShouldBe((await portal.Db(db => db.CheckCodes.SingleAsync())).CodeHash);

        var list = await browser.Get("/companies/1234/partners");
        list.Html.ShouldNotContain(code);
        (await browser.Post(list, $"withdraw-{CheckCode.HashOf(code)}")).Leads.ShouldBe("/companies/1234/partners?changed=true");
        (await portal.Db(db => db.CheckCodes.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_colleague_only_reads_and_a_stranger_finds_nothing()
    {
        var colleague = await Member(MemberRole.Colleague);
        var page = await colleague.Get("/companies/1234/partners");
        page.Text.ShouldContain(CompanyTrustTexts.OnlyManagers);
        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        foreach (var path in new[] { "/companies/1234/partners/grant", "/companies/1234/partners/code" })
            (await colleague.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound);

        var stranger = await portal.SignedIn("cizi@example.cz");
        foreach (var path in new[] { "/companies/1234/history", "/companies/1234/partners" })
            (await stranger.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    private async Task<Browser> Member(MemberRole role)
    {
        var person = await Person.At(portal);
        await new Holding("1234", "Jana Ukázková").With(person.Id, role).SaveTo(portal);
        await portal.Db(db =>
        {
            db.Add(new Partner { Id = Guid.CreateVersion7(), Code = "P1", Name = "Prodejce", Country = Country.Czechia });
            return db.SaveChangesAsync();
        });
        return person.Browser;
    }
}
