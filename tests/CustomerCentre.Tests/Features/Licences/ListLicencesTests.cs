using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Licences;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Licences;

public sealed class ListLicencesTests
{
    [Fact]
    public async Task A_licence_is_listed_with_where_it_was_bought_and_its_support()
    {
        await using var world = new World();
        var jana = await world.Account();
        var holding = new Holding("5001", "Pekařství", jana);
        holding.Add("POHODA Jazz", LicenceKind.Net3, fromPartner: true, support: [2026, 2027]);
        holding.Add("TAX", support: [2024]);
        await world.Add(holding.Rows);

        var rows = (await List(world, "5001", jana)).Value.Rows;

        var (pohoda, tax) = (rows[0], rows[1]);
        (pohoda.Product, pohoda.BoughtFrom, pohoda.Stations, pohoda.Standing).ShouldBe(("POHODA Jazz", "Počítače Novák", 3, LicenceStanding.Covered));
        pohoda.Entitlement.Until.ShouldBe(new DateOnly(2027, 12, 31));
        (tax.BoughtFrom, tax.Standing, tax.Entitlement.Until).ShouldBe((null, LicenceStanding.Expired, new DateOnly(2024, 12, 31)));
    }

    [Fact]
    public async Task An_add_on_stands_after_its_base_rests_on_it_and_adds_to_its_computers()
    {
        await using var world = new World();
        var jana = await world.Account();
        var holding = new Holding("5001", "Pekařství", jana);
        var pohoda = holding.Add("POHODA", LicenceKind.Net5, support: [2026]);
        holding.Add("Access to POHODA", LicenceKind.Cal, quantity: 2, basis: pohoda);
        holding.Add("AAA", LicenceKind.Cal, basis: holding.Add("Not ours", bound: false));
        await world.Add(holding.Rows);

        var rows = (await List(world, "5001", jana)).Value.Rows;

        rows.Select(row => (row.Product, row.Stations, row.FollowsBase, row.Standing)).ShouldBe(
        [
            ("AAA", 1, false, LicenceStanding.NotRegistered),
            ("POHODA", 7, false, LicenceStanding.EndsSoon),
            ("Access to POHODA", 2, true, LicenceStanding.EndsSoon),
        ]);
        rows[2].Entitlement.RestsOn.ShouldBe(pohoda.Id);
    }

    [Fact]
    public async Task Twenty_five_stand_on_a_page_and_a_page_too_far_is_the_last()
    {
        await using var world = new World();
        var jana = await world.Account();
        var holding = new Holding("5001", "Pekařství", jana);
        for (var i = 0; i < 27; i++)
            holding.Add($"Product {i:00}");
        await world.Add(holding.Rows);

        (await List(world, "5001", jana)).Value.Rows.Count.ShouldBe(25);
        var last = (await List(world, "5001", jana, page: 9)).Value;
        (last.Page, last.Pages, last.Total).ShouldBe((2, 2, 27));
        last.Rows.Select(row => row.Product).ShouldBe(["Product 25", "Product 26"]);
    }

    [Fact]
    public async Task An_alias_of_the_customer_number_leads_to_the_same_company()
    {
        await using var world = new World();
        var jana = await world.Account();
        var holding = new Holding("5001", "Pekařství", jana);
        await world.Add([.. holding.Rows, new IssuedNumber(CustomerNumber.Parse("4999"), holding.Customer.Id, world.Time.GetUtcNow()) { IsCurrent = false }]);

        (await List(world, "4999", jana)).Value.CustomerNumber.ShouldBe("5001");
    }

    [Theory]
    [InlineData("5001")]
    [InlineData("9999")]
    [InlineData("not a number")]
    public async Task The_company_of_another_reads_like_none(string number)
    {
        await using var world = new World();
        var stranger = await world.Account();
        await world.Add(new Holding("5001", "Pekařství").Rows);

        (await List(world, number, stranger)).Outcome.ShouldBe(Outcome.NotFound);
    }

    [Fact]
    public async Task A_visitor_is_refused()
    {
        await using var world = new World();
        (await world.Send(new ListLicences.Query("5001", 1))).Outcome.ShouldBe(Outcome.Refused);
    }

    private static Task<Result<ListLicences.Answer>> List(World world, string number, Guid account, int page = 1) =>
        world.Send(new ListLicences.Query(number, page), account);
}
