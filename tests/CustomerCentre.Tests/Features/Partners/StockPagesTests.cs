using System.Net;
using System.Text;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Tests.Features.Licences;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Partners;

public sealed class StockPagesTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Whole_numbers_stand_in_the_answer_to_the_post_alone()
    {
        var (seller, licences) = await SellerWith("POHODA Jazz");
        var number = Holding.NumberOf(licences[0]);
        var page = await seller.Get("/partners/stock");
        page.Html.ShouldNotContain(number);
        page.Text.ShouldContain($"…{number[^4..]}");

        var shown = await seller.Post(page, "numbers");

        shown.Document.QuerySelector("[data-copy]")!.GetAttribute("data-copy").ShouldBe(number);
        shown.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await seller.Get("/partners/stock")).Html.ShouldNotContain(number);
    }

    [Fact]
    public async Task A_whole_number_that_is_looked_for_never_gets_into_the_address()
    {
        var (seller, licences) = await SellerWith("POHODA Jazz");
        var number = Holding.NumberOf(licences[0]);

        var found = await seller.Post(await seller.Get("/partners/stock"), "find", ("Input.Text", number));

        found.Leads.ShouldBe($"/partners/stock?search={number[^4..]}");
        (await seller.Get(found.Leads!)).Text.ShouldContain("POHODA Jazz");
    }

    [Fact]
    public async Task The_file_is_for_spreadsheets_and_runs_nothing_in_them()
    {
        var (seller, licences) = await SellerWith("=HYPERLINK(\"http://x\";\"y\")", "+1", "-1", "@SUM(A1)", "\tA");
        var answer = await seller.Get("/partners/stock.csv");
        var bytes = await answer.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        lines[0].ShouldBe("Produkt;Typ licence;Licenční číslo;Dodáno;Stav;Registrováno dne");
        lines.Length.ShouldBe(licences.Count + 1);
        lines.ShouldAllBe(line => !"=+-@\t".Contains(line.TrimStart('"')[0]));
        lines.ShouldContain(line => line.Contains(Holding.NumberOf(licences[1]), StringComparison.Ordinal));
        answer.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Response.Content.Headers.ContentDisposition!.FileName.ShouldBe("sklad-2026-11-10.csv");
    }

    [Fact]
    public async Task A_file_longer_than_one_part_is_whole()
    {
        var (seller, licences) = await SellerWith([.. Enumerable.Range(0, 1203).Select(i => $"Produkt {i}")]);
        var lines = (await seller.Get("/partners/stock.csv")).Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        lines.Length.ShouldBe(1204);
        lines.Distinct().Count().ShouldBe(1204);
        (await seller.Get("/partners/stock.csv?show=registered")).Html.Trim().ShouldEndWith("Registrováno dne");
        (await seller.Get("/partners/stock.csv?show=waiting&search=produkt")).Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1204);
        licences.Count.ShouldBe(1203);
    }

    [Fact]
    public async Task Strangers_see_neither_stock_nor_file_nor_the_licence_of_another()
    {
        var (_, licences) = await SellerWith("POHODA Jazz");
        var (other, _) = await SellerWith("POHODA Mini");
        var member = (await Person.At(portal)).Browser;
        using var visitor = portal.Browser();

        (await other.Get($"/partners/stock/{licences[0].Id}/link")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await member.Get("/partners/stock")).Html.ShouldNotContain("POHODA");
        (await member.Get("/partners/stock.csv")).Html.ShouldNotContain("POHODA");
        (await visitor.Get("/partners/stock")).Leads!.ShouldStartWith("/account/sign-in");
    }

    [Fact]
    public async Task A_link_shown_to_the_partner_leads_its_customer_to_the_form_with_the_number()
    {
        var (seller, licences) = await SellerWith("POHODA Jazz");
        var made = await seller.Post(await seller.Get($"/partners/stock/{licences[0].Id}/link"), "show");
        made.Document.QuerySelector("svg.qr path")!.GetAttribute("d")!.Length.ShouldBeGreaterThan(1000);
        var link = new Uri(made.Document.QuerySelector(".link-text a")!.GetAttribute("href")!).PathAndQuery;
        made.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();

        using var visitor = portal.Browser();
        var opened = await visitor.Get(link);
        opened.Text.ShouldContain("POHODA Jazz");
        opened.Html.ShouldNotContain(Holding.NumberOf(licences[0]));
        opened.Document.QuerySelector("main a[href^='/account/sign-up']")!.GetAttribute("href")!.ShouldContain(Uri.EscapeDataString(link));

        var customer = (await Person.At(portal)).Browser;
        var begun = await customer.Post(await customer.Get(link), "use");
        begun.Leads!.ShouldStartWith("/onboarding/products?draft=");
        (await customer.Get(begun.Leads!)).Document.QuerySelector("input[name='Licences[0].Number']")!.GetAttribute("value").ShouldBe(Holding.NumberOf(licences[0]));
    }

    [Fact]
    public async Task Who_has_a_company_registers_for_it_by_the_link()
    {
        var (seller, licences) = await SellerWith("POHODA Jazz");
        var made = await seller.Post(await seller.Get($"/partners/stock/{licences[0].Id}/link"), "show");
        var link = new Uri(made.Document.QuerySelector(".link-text a")!.GetAttribute("href")!).PathAndQuery;
        var customer = await Person.At(portal);
        await new Holding("8801", "Moje firma", customer.Id).SaveTo(portal);

        var way = (await customer.Browser.Get(link)).Document.QuerySelector("main a[href^='/registrations/new']")!.GetAttribute("href")!;
        var form = await customer.Browser.Get(way);
        form.Text.ShouldContain("Číslo licence jsme doplnili z odkazu od prodejce.");
        form.Document.QuerySelector("input[name=Number]")!.GetAttribute("value").ShouldBe(Holding.NumberOf(licences[0]));
    }

    [Fact]
    public async Task A_link_that_cannot_be_used_says_so_in_plain_words()
    {
        using var visitor = portal.Browser();
        var page = await visitor.Get("/registrations/link/abc");
        page.Heading.ShouldBe("Odkaz nejde použít");
        page.Text.ShouldContain("Odkaz není celý");
    }

    [Fact]
    public async Task A_mailed_link_needs_an_address_and_says_where_it_went()
    {
        var (seller, licences) = await SellerWith("POHODA Jazz");
        var page = await seller.Get($"/partners/stock/{licences[0].Id}/link");

        (await seller.Post(page, "mail")).Text.ShouldContain("Napište e-mail zákazníka.");
        (await seller.Post(page, "mail", ("Mail.Email", "zakaznik@example.cz"))).Text.ShouldContain("Odkaz posíláme na zakaznik@example.cz");
        (await seller.Get("/partners/stock")).Text.ShouldContain("odkaz platí do 10. 12. 2026");
    }

    private async Task<(Browser Seller, List<Licence> Licences)> SellerWith(params string[] products)
    {
        var person = await Person.At(portal);
        var partner = new Partner { Id = Guid.CreateVersion7(), Code = $"{Guid.NewGuid():n}"[..20], Name = "Počítače Novák", Country = Country.Czechia };
        var rows = products.Select(name => new Product { Id = Guid.CreateVersion7(), Code = $"{Guid.NewGuid():n}", Name = name, Line = "POHODA" }).ToList();
        var licences = rows.ConvertAll(product => Licence.Make(Guid.CreateVersion7(), product.Id, LicenceKind.Single, LicenceNumber.New(), DateTimeOffset.UnixEpoch));
        licences.ForEach(licence => licence.DeliverTo(partner.Id, new(2026, 1, 5)));
        await portal.Db(db =>
        {
            db.AddRange([partner, new PartnerMember(partner.Id, person.Id, PartnerRole.Colleague, portal.Time.GetUtcNow()), .. rows, .. licences]);
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return (person.Browser, licences);
    }
}
