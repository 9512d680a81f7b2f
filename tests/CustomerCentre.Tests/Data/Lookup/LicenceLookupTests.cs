using CustomerCentre.Data.Lookup;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Data.Lookup;

public sealed class LicenceLookupTests
{
    private static readonly string Ours = LicenceNumber.New().Value;

    public static TheoryData<string> Pieces =>
        [Ours, LicenceNumber.Parse(Ours).Display.ToLowerInvariant(), Ours[..4], Ours[..7], Ours[4..8], Ours[8..12], Ours[12..], Ours[9..], $"{Ours[8..12]}-{Ours[12..]}"];

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task A_licence_is_found_by_its_number_its_beginning_its_end_and_a_group(string piece)
    {
        await using var world = new World();
        var customer = await world.Known("5000000016", "Alfa");
        var licence = await world.LicenceOf(customer, Ours);
        await world.LicenceOf(null, "ZZZ99999YYY");
        var row = (await world.Find(piece)).Rows.ShouldHaveSingleItem();
        (row.CustomerNumber, row.Why, row.LicenceId, row.Product, row.IsOld).ShouldBe(("5000000016", LookupKind.LicenceNumber, licence.Id, "POHODA Jazz", false));
        row.Matched.ShouldBe(Ours[12..]);
    }

    [Fact]
    public async Task A_replaced_number_leads_to_the_licence_and_says_that_it_is_old()
    {
        await using var world = new World();
        await world.LicenceOf(await world.Known("5000000016", "Alfa"), "ABC123OLD1", "ABC456NEW2");
        var row = (await world.Find("abc123old1")).Rows.ShouldHaveSingleItem();
        (row.CustomerNumber, row.Matched, row.IsOld, row.Rank).ShouldBe(("5000000016", "OLD1", true, LookupRank.Exact));
    }

    [Fact]
    public async Task A_licence_bound_to_nobody_is_a_row_of_its_own()
    {
        await using var world = new World();
        var licence = await world.LicenceOf(null, Ours);
        var row = (await world.Find(Ours)).Rows.ShouldHaveSingleItem();
        (row.CustomerNumber, row.Name, row.LicenceId, row.Matched).ShouldBe((null, null, licence.Id, Ours[12..]));
    }

    [Fact]
    public async Task The_whole_number_is_in_no_answer()
    {
        await using var world = new World();
        await world.LicenceOf(null, Ours);
        (await world.Find(Ours)).Rows.ShouldHaveSingleItem().ToString().ShouldNotContain(Ours[..8]);
    }

    [Fact]
    public async Task Letters_that_look_like_digits_are_read_as_digits()
    {
        await using var world = new World();
        var licence = await world.LicenceOf(null, "10XY7777");
        (await world.Find("lOxy 7")).Rows.ShouldHaveSingleItem().LicenceId.ShouldBe(licence.Id);
    }
}
