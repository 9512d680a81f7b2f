using System.Net;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Support.Licences;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Features.Licences;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Support.Licences;

public sealed class LicencePageTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_licence_of_a_customer_leads_to_its_gate_and_back()
    {
        var agent = await Agent.At(portal);
        var (licence, path) = await Licence("8001");
        var closed = await agent.Browser.Get(path);
        closed.Leads.ShouldBe($"/support/customers/8001?licence={licence.Id}");

        var gate = await agent.Browser.Get(closed.Leads!);
        (await agent.Browser.Post(gate, "open", ("Opening.Reason", "Order"))).Leads.ShouldBe(path);

        var page = await agent.Browser.Get(path);
        page.Heading.ShouldBe("POHODA 8001");
        page.Text.ShouldContain("Nárok na podporu trvá do 31. 12. 2026");
        page.Text.ShouldContain("Počítače Novák");
        page.Html.ShouldNotContain("<!--Blazor:{\"type\":\"server\"");
    }

    [Fact]
    public async Task Numbers_are_masked_in_the_timeline_until_somebody_asks()
    {
        var agent = await Agent.At(portal);
        var (licence, path) = await Licence("8002");
        await agent.Opens("8002");
        var newest = await portal.Db(db => Holding.Replace(db, licence, portal.Time.GetUtcNow()));
        var former = licence.Numbers.Single().Number;

        var page = await agent.Browser.Get(path);
        page.Html.ShouldNotContain(newest.Value[..8]);
        page.Html.ShouldNotContain(newest.Display[..9]);
        page.Html.ShouldNotContain(former.Value[..8]);
        page.Html.ShouldNotContain(former.Display[..9]);
        page.Document.QuerySelectorAll(".lineage li")[0].TextContent.ShouldContain($"Nahrazuje číslo {former}");
        page.Document.QuerySelectorAll(".lineage li")[1].TextContent.ShouldContain($"nahradilo číslo {newest}");

        var shown = await agent.Browser.Post(page, "show");
        shown.Html.ShouldContain(newest.Display);
        shown.Html.ShouldContain(former.Display);
        shown.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var entry = await portal.Db(db => Task.FromResult(db.Audit.Single(entry => entry.SubjectId == licence.Id)));
        (entry.Event, entry.Note, entry.AccountId, entry.CustomerId).ShouldBe(("PersonalDataShown", "LicenceNumbers", agent.Id, licence.CustomerId));
        (await agent.Browser.Get(path)).Html.ShouldNotContain(newest.Display);
    }

    [Fact]
    public async Task Stock_needs_no_opening_and_says_that_it_is_not_registered()
    {
        var agent = await Agent.At(portal);
        var (_, path) = await Licence("8003", bound: false);

        var page = await agent.Browser.Get(path);

        page.Text.ShouldContain("Prodaná partnerovi, neregistrovaná");
        page.Text.ShouldContain("Licence není registrovaná");
        page.Text.ShouldContain("Zaregistrujte ji licenčním číslem");
    }

    [Fact]
    public async Task Another_day_is_answered_beside_today()
    {
        var agent = await Agent.At(portal);
        var (_, path) = await Licence("8004");
        await agent.Opens("8004");

        var page = await agent.Browser.Get($"{path}?on=2024-02-29");

        page.Text.ShouldContain("29. 2. 2024");
        page.Text.ShouldContain("Podpora ještě nezačala");
        page.Text.ShouldContain("Nárok na podporu trvá do 31. 12. 2026");
    }

    [Fact]
    public async Task Numbers_of_a_closed_customer_and_an_unknown_licence_are_not_found()
    {
        var agent = await Agent.At(portal);
        (await agent.Browser.Get($"/support/licences/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);

        await using var world = new World();
        var petra = await world.Account();
        var holding = new Holding("5001", "Pekařství");
        var licence = holding.Add("POHODA");
        await world.Add(holding.Rows);
        (await world.Send(new ShowLicenceNumbers.Command(licence.Id), petra, Agent.Policies)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(new ReadLicenceFile.Query(licence.Id), petra, Agent.Policies)).Value.File.ShouldBeNull();
        (await world.Db(db => Task.FromResult(db.Audit.Any()))).ShouldBeFalse();
    }

    private async Task<(Licence Licence, string Path)> Licence(string number, bool bound = true)
    {
        var holding = new Holding(number, $"Firma {number}");
        var licence = holding.Add($"POHODA {number}", LicenceKind.Net3, fromPartner: true, bound: bound, support: bound ? [2025, 2026] : []);
        await holding.SaveTo(portal);
        return (licence, $"/support/licences/{licence.Id}");
    }
}
