using System.Globalization;
using Bunit;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Support;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Data.Lookup;
using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.Components.Web;

namespace CustomerCentre.Tests.Features.Support;

public sealed class SupportPageTests
{
    [Fact]
    public async Task An_empty_box_says_what_may_be_typed()
    {
        await using var desk = new Desk();
        var page = desk.Open();
        page.Find(".hints").TextContent.ShouldContain(SupportSearchTexts.HintPhone);
        page.Find("[role=status]").TextContent.ShouldBeEmpty();
        page.Find("#search-as").TextContent.ShouldBe(SupportSearchTexts.Keys);
    }

    [Fact]
    public async Task Rows_come_while_typing_with_why_they_fit_and_their_number_is_announced()
    {
        await using var desk = new Desk();
        await desk.World.Known("5000000016", "Žlutá stavba", "25313142");
        var page = desk.Open();
        page.Find("input").Input("zlut stav");
        var hit = page.WaitForElement(".hit");
        hit.GetAttribute("href").ShouldBe("/support/customers/5000000016");
        hit.QuerySelectorAll("mark").Select(mark => mark.TextContent).ShouldBe(["Žlut", "stav"]);
        hit.TextContent.ShouldContain("500 000 0016");
        hit.TextContent.ShouldContain("25313142");
        page.Find("[role=status]").TextContent.ShouldBe("1 výsledek");
        page.Find("#search-as").TextContent.ShouldBe("Hledám jako: název");
    }

    [Fact]
    public async Task A_licence_of_nobody_leads_to_the_licence_and_shows_only_its_end()
    {
        await using var desk = new Desk();
        var number = LicenceNumber.New();
        var licence = await desk.World.LicenceOf(null, number.Value);
        var page = desk.Open();
        page.Find("input").Input(number.Display);
        var hit = page.WaitForElement(".hit");
        hit.GetAttribute("href").ShouldBe($"/support/licences/{licence.Id}");
        hit.TextContent.ShouldContain($"…{number.LastFour}");
        page.Find(".hits").OuterHtml.ShouldNotContain(number.Value[..12]);
    }

    [Theory]
    [InlineData("a", nameof(SupportSearchTexts.TooShort))]
    [InlineData("%%%", nameof(SupportSearchTexts.TooShort))]
    public async Task Too_little_says_how_much_is_needed_and_keeps_the_hints(string text, string said)
    {
        await using var desk = new Desk();
        var page = desk.Open();
        page.Find("input").Input(text);
        page.WaitForAssertion(() => page.Find("[role=status]").TextContent.ShouldBe(SupportSearchTexts.ResourceManager.GetString(said, CultureInfo.InvariantCulture)));
        page.FindAll(".hints").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Nothing_found_says_what_else_to_ask_for()
    {
        await using var desk = new Desk();
        var page = desk.Open();
        page.Find("input").Input("nikdo takový");
        page.WaitForElement(".empty").TextContent.ShouldContain(SupportSearchTexts.NothingText);
    }

    [Fact]
    public async Task Enter_opens_the_first_row_of_what_was_typed_and_not_of_a_text_before()
    {
        await using var desk = new Desk();
        await desk.World.Known("1001", "Alfa");
        await desk.World.Known("1002", "Beta");
        var page = desk.Open();
        page.Find("input").Input("alfa");
        page.WaitForElement(".hit");
        // The clock stands still, so this text waits for its turn; Enter does not.
        page.Find("input").Input("beta");
        page.Find("input").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        await desk.Leads("support/customers/1002");
    }

    [Fact]
    public async Task Enter_that_finds_nothing_and_other_keys_lead_nowhere()
    {
        await using var desk = new Desk();
        await desk.World.Known("1001", "Alfa");
        var page = desk.Open();
        page.Find("input").Input("alfa");
        page.WaitForElement(".hit");
        page.Find("input").KeyDown(new KeyboardEventArgs { Key = "ArrowDown" });
        page.Find("input").Input("nikdo");
        page.Find("input").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        page.WaitForElement(".empty");
        desk.Address.ShouldBe("support");
    }

    [Fact]
    public async Task Keys_pressed_quickly_are_searched_for_once()
    {
        var slow = new SlowSearches();
        await using var desk = new Desk(slow);
        var page = desk.Open();
        page.Find("input").Input("a");
        await slow.Asked("a");
        foreach (var text in (string[])["al", "alf", "alfa"])
            page.Find("input").Input(text);
        slow.Texts.ShouldBe(["a"]);
        desk.World.Time.Advance(LatestSearch.Pause);
        await slow.Asked("alfa");
        slow.Texts.ShouldBe(["a", "alfa"]);
    }

    [Fact]
    public async Task An_answer_that_comes_late_never_overwrites_a_newer_one()
    {
        var slow = new SlowSearches();
        await using var desk = new Desk(slow);
        var page = desk.Open();
        var older = page.Find("input").InputAsync("alfa");
        await slow.Asked("alfa");
        desk.World.Time.Advance(LatestSearch.Pause);
        var newer = page.Find("input").InputAsync("beta");
        await slow.Asked("beta");
        slow.Answer("beta");
        await newer;
        page.Find(".hit-name").TextContent.Trim().ShouldBe("beta");
        slow.Answer("alfa");
        // The page has done all that it does with the answer when its handler of the key has ended.
        await older;
        page.Find(".hit-name").TextContent.Trim().ShouldBe("beta");
        slow.Cancelled.ShouldBe(["alfa"]);
    }

    [Fact]
    public async Task An_address_fills_the_box_and_searches()
    {
        await using var desk = new Desk();
        await desk.World.Known("1001", "Alfa");
        var page = desk.Open("?q=alfa");
        page.WaitForElement(".hit");
        page.Find("input").GetAttribute("value").ShouldBe("alfa");
        desk.Focused.ShouldBe(["support-search"]);
    }

    [Theory]
    [InlineData("?phone=%2B420777123456")]
    [InlineData("?phone=+420777123456")]
    [InlineData("?phone=00420777123456")]
    [InlineData("?phone=777123456")]
    public async Task A_call_shows_its_only_customer_and_puts_the_focus_on_it_without_opening_it(string query)
    {
        await using var desk = new Desk();
        await desk.World.Known("1001", "Alfa", change: customer => customer.AddContact(null, null, PhoneNumber.Parse("777123456", Country.Czechia)));
        var page = desk.Open(query);
        page.WaitForElement("#first-hit").GetAttribute("href").ShouldBe("/support/customers/1001");
        page.Find("input").GetAttribute("value").ShouldBe("+420 777 123 456");
        page.WaitForAssertion(() => desk.Focused.Last().ShouldBe("first-hit"));
        desk.Address.ShouldStartWith("support?");
    }

    [Fact]
    public async Task A_call_of_two_customers_puts_the_focus_on_none()
    {
        await using var desk = new Desk();
        foreach (var number in (string[])["1001", "1002"])
            await desk.World.Known(number, "Alfa", change: customer => customer.AddContact(null, null, PhoneNumber.Parse("777123456", Country.Czechia)));
        var page = desk.Open("?phone=%2B420777123456");
        page.WaitForAssertion(() => page.FindAll(".hit").Count.ShouldBe(2));
        desk.Focused.ShouldBe(["support-search"]);
    }
}
