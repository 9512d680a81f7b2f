using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Companies;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Features.Licences;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Companies;

public sealed class CompanyRequestsTests
{
    [Fact]
    public async Task Companies_are_found_without_accents_and_by_the_beginning_of_a_number()
    {
        await using var world = new World();
        var jana = await world.Account();
        await world.Add([.. new Holding("5001", "Čistírna", jana).Rows, .. new Holding("5102", "Dílna", jana).Rows, .. new Holding("5103", "Cizí čistírna").Rows]);

        (await Found(world, jana, "cistirna")).ShouldBe(["Čistírna"]);
        (await Found(world, jana, "51")).ShouldBe(["Dílna"]);
        (await Found(world, jana, "neznámá")).ShouldBeEmpty();
        (await Found(world, jana, null)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Companies_are_paged_by_twenty_five()
    {
        await using var world = new World();
        var jana = await world.Account();
        await world.Add([.. Enumerable.Range(0, 30).SelectMany(i => new Holding($"{5000 + i}", $"Firma {i:00}", jana).Rows)]);

        var second = (await world.Send(new ListCompanies.Query(null, 2), jana)).Value;

        (second.Rows.Count, second.Pages, second.Found, second.Total).ShouldBe((5, 2, 30, 30));
        second.Rows[0].Name.ShouldBe("Firma 25");
    }

    [Fact]
    public async Task Companies_stand_in_Czech_order()
    {
        await using var world = new World();
        var jana = await world.Account();
        string[] names = ["Cihelna", "čalounictví", "Dílna", "Hutě", "Chmelnice", "Zahrada", "Ždár"];
        await world.Add([.. names.Reverse().Index().SelectMany(name => new Holding($"{5000 + name.Index}", name.Item, jana).Rows)]);

        (await Found(world, jana, null)).ShouldBe(names);
        (await world.Send(new OfferCompanies.Query(null), jana)).Value.Others.Select(company => company.Name).ShouldBe(names);
    }

    [Fact]
    public async Task The_switcher_offers_the_current_company_and_at_most_ten_others()
    {
        await using var world = new World();
        var jana = await world.Account();
        await world.Add([.. Enumerable.Range(0, 14).SelectMany(i => new Holding($"{5000 + i}", $"Firma {i:00}", jana).Rows)]);

        var offer = (await world.Send(new OfferCompanies.Query("5013"), jana)).Value;
        offer.Current!.Name.ShouldBe("Firma 13");
        (offer.Others.Count, offer.Total).ShouldBe((10, 14));
        offer.Others.ShouldNotContain(offer.Current);

        (await world.Send(new OfferCompanies.Query(null), jana)).Value.Current.ShouldBeNull();
    }

    [Fact]
    public async Task The_overview_counts_standings_and_names_what_is_urgent_once()
    {
        await using var world = new World();
        var jana = await world.Account();
        var holding = new Holding("5001", "Pekařství", jana);
        var soon = holding.Add("POHODA", LicenceKind.Net3, support: [2026]);
        holding.Add("Access", LicenceKind.Cal, basis: soon);
        holding.Add("TAX", support: [2024]);
        holding.Add("GLX", support: [2026, 2027]);
        await world.Add(holding.Rows);

        var company = (await world.Send(new ReadCompanyOverview.Query("5001"), jana)).Value;

        company.Counts.ShouldBe(new Dictionary<LicenceStanding, int> { [LicenceStanding.EndsSoon] = 2, [LicenceStanding.Expired] = 1, [LicenceStanding.Covered] = 1 }, ignoreOrder: true);
        company.Attention.Select(licence => licence.Product).ShouldBe(["POHODA", "TAX"]);
        (company.People, company.HasManager).ShouldBe((1, false));
        (await world.Send(new ReadCompanyOverview.Query("5001"), await world.Account("petr@example.cz"))).Outcome.ShouldBe(Outcome.NotFound);
    }

    private static async Task<List<string>> Found(World world, Guid account, string? search) =>
        [.. (await world.Send(new ListCompanies.Query(search, 1), account)).Value.Rows.Select(row => row.Name)];
}
