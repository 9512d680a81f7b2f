using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Partners;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Partners;

public sealed class StockTests
{
    private static readonly ListStock.Query Everything = new(StockShow.All, null, 1);

    [Fact]
    public async Task A_licence_nobody_has_registered_waits_and_its_number_is_shown_when_asked_for()
    {
        var (seller, licence) = await Seller.Begin();
        await using var _ = seller;
        var row = (await seller.Send(Everything)).Value.Rows.ShouldHaveSingleItem();

        row.State.ShouldBe(LicenceState.Sold);
        row.DeliveredOn.ShouldBe(Stock.Delivered);
        var shown = (await seller.Send(new ShowStockNumbers.Command([licence.Id]))).Value;
        shown.Numbers[licence.Id].Display.ShouldBe(licence.Text());
        (await seller.World.Db(db => db.Audit.SingleAsync(entry => entry.Event == "StockNumbersShown"))).AccountId.ShouldBe(seller.Me);
    }

    [Fact]
    public async Task Of_a_registered_licence_only_the_end_of_the_number_and_the_day_in_Prague_are_told()
    {
        var (seller, licence) = await Seller.Begin();
        await using var _ = seller;
        await seller.Register(licence);

        var row = (await seller.Send(Everything)).Value.Rows.ShouldHaveSingleItem();
        row.RegisteredOn.ShouldBe(new DateOnly(2026, 3, 3));
        row.LastFour.ShouldBe(licence.Text()[^4..]);
        (await seller.Send(new ShowStockNumbers.Command([licence.Id]))).Value.Numbers.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_stock_of_another_partner_is_empty_to_me_and_its_numbers_stay_hidden()
    {
        var (seller, licence) = await Seller.Begin();
        await using var _ = seller;

        (await seller.Send(Everything, seller.Other)).Value.Rows.ShouldBeEmpty();
        (await seller.Send(new ShowStockNumbers.Command([licence.Id]), seller.Other)).Value.Numbers.ShouldBeEmpty();
        (await seller.Send(new ExportStock.Command(StockShow.All, null, null), seller.Other)).Value.ShouldBeEmpty();
        (await seller.Send(new ReadStockLicence.Query(licence.Id), seller.Other)).Outcome.ShouldBe(Outcome.NotFound);
    }

    [Fact]
    public async Task Who_works_for_no_partner_is_refused()
    {
        var (seller, _) = await Seller.Begin();
        await using var __ = seller;
        var stranger = await seller.World.Account("nikdo@example.cz");

        (await seller.World.Send(Everything, stranger)).Outcome.ShouldBe(Outcome.Refused);
        (await seller.Send(Everything, stranger)).Outcome.ShouldBe(Outcome.NotFound);
    }

    [Fact]
    public async Task Licences_delivered_to_nobody_are_in_no_stock()
    {
        var (seller, _) = await Seller.Begin();
        await using var __ = seller;
        await seller.World.LicenceInStock();
        var stranger = await seller.World.Account("nikdo@example.cz");

        (await seller.Send(Everything)).Value.Counts[StockShow.All].ShouldBe(1);
        (await seller.Send(new ExportStock.Command(StockShow.All, null, null), stranger)).Value.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("jazz", 2)]
    [InlineData("JÁZZ", 2)]
    [InlineData("pamica", 0)]
    [InlineData("%", 0)]
    [InlineData("4711", 1)]
    [InlineData("swm2019004711", 1)]
    [InlineData("  ", 2)]
    public async Task Stock_is_found_by_the_end_of_a_number_or_by_a_product(string search, int found)
    {
        var (seller, _) = await Seller.Begin();
        await using var __ = seller;
        await seller.World.LicenceAtPartner("SWM2019004711");

        (await seller.Send(Everything with { Search = search })).Value.Rows.Count.ShouldBe(found);
    }

    [Fact]
    public async Task Each_kind_of_licences_is_counted_and_listed_by_itself()
    {
        var (seller, licence) = await Seller.Begin();
        await using var _ = seller;
        var waiting = await seller.World.LicenceAtPartner();
        var returned = await seller.World.LicenceAtPartner();
        await seller.Register(licence);
        await seller.World.Change(returned, stored => stored.End(LicenceEnd.Returned, new(2026, 5, 1), null));

        var all = (await seller.Send(Everything)).Value;
        all.Counts.ShouldBe(new Dictionary<StockShow, int> { [StockShow.All] = 3, [StockShow.Waiting] = 1, [StockShow.Registered] = 1 }, ignoreOrder: true);
        (await seller.Send(Everything with { Show = StockShow.Waiting })).Value.Rows.ShouldHaveSingleItem().Id.ShouldBe(waiting.Id);
        (await seller.Send(Everything with { Show = StockShow.Registered })).Value.Rows.ShouldHaveSingleItem().Id.ShouldBe(licence.Id);
    }

    [Fact]
    public async Task A_page_beyond_the_last_one_is_the_last_one()
    {
        var (seller, _) = await Seller.Begin();
        await using var __ = seller;
        for (var i = 0; i < ListStock.PageSize; i++)
            await seller.World.LicenceAtPartner();

        var last = (await seller.Send(Everything with { Page = 99 })).Value;
        (last.Page, last.Pages, last.Rows.Count).ShouldBe((2, 2, 1));
    }
}
