using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Tests.Features.Licences;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Partners;

public sealed class StatusPageTests(Portal portal) : IClassFixture<Portal>
{
    private static int last = 4000;

    [Fact]
    public async Task A_pair_that_holds_is_answered_on_the_page_and_stands_in_the_customers_history()
    {
        var (seller, customer, number) = await Begin();
        var page = await Ask(seller.Browser, number, RegisterOf(number));

        page.Document.QuerySelector("[data-takes-focus] h2")!.TextContent.ShouldBe("Zákazník je registrovaný");
        page.Text.ShouldContain("má nárok na podporu do 31. 12. 2026");
        page.Text.ShouldContain("Stav k 10. 11. 2026 v 12:00");
        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.Leads.ShouldBeNull();
        var check = await portal.Db(db => db.PartnerChecks.SingleAsync(check => check.CustomerId == customer.Id));
        (check.AccountId, check.Channel, check.Purpose).ShouldBe((seller.Id, CheckChannel.Page, CheckPurpose.Offer));
    }

    [Fact]
    public async Task The_answer_never_holds_seller_name_or_number_without_a_grant()
    {
        var (seller, customer, number) = await Begin();
        var page = await Ask(seller.Browser, number, RegisterOf(number));

        string[] secrets = [customer.Details.Name, "Počítače Novák", "kontakt@example.cz", await NumberOf(customer)];
        secrets.Where(secret => page.Html.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Fact]
    public async Task With_a_grant_numbers_and_contacts_are_shown_as_long_as_it_lasts()
    {
        var (seller, customer, number) = await Begin();
        var partnerId = await portal.Db(db => db.PartnerMembers.Where(m => m.AccountId == seller.Id).Select(m => m.PartnerId).SingleAsync());
        var now = portal.Time.GetUtcNow();
        await Add(new PartnerGrant
        {
            Id = Guid.CreateVersion7(),
            CustomerId = customer.Id,
            PartnerId = partnerId,
            GrantedBy = seller.Id,
            ShowsLicenceNumbers = true,
            ShowsContacts = true,
            GrantedAt = now,
            Until = now.AddDays(1),
        });
        var page = await Ask(seller.Browser, number, RegisterOf(number));

        page.Html.ShouldContain(await NumberOf(customer));
        page.Html.ShouldContain("kontakt@example.cz");
        var (other, _, _) = await Begin();
        (await Ask(other.Browser, number, RegisterOf(number))).Html.ShouldNotContain("kontakt@example.cz");
    }

    [Fact]
    public async Task A_wrong_pair_an_unknown_customer_and_one_who_does_not_allow_checks_read_the_same()
    {
        var (seller, customer, number) = await Begin();
        await portal.Db(async db =>
        {
            (await db.Customers.SingleAsync(c => c.Id == customer.Id)).PartnerChecks = false;
            return await db.SaveChangesAsync();
        });
        var (_, _, allowed) = await Begin();

        var answers = new List<string>();
        (string, string)[] pairs = [(number, RegisterOf(number)), (allowed, RegisterOf(number)), ("998877665544", "25313142")];
        foreach (var (id, register) in pairs)
            answers.Add((await Ask(seller.Browser, id, register)).Document.QuerySelector("[data-takes-focus]")!.InnerHtml);

        answers.Distinct().ShouldHaveSingleItem().ShouldContain("jednorázový kód");
    }

    [Fact]
    public async Task A_code_answers_once_and_then_no_more()
    {
        var (seller, customer, _) = await Begin();
        var now = portal.Time.GetUtcNow();
        await Add(new CheckCode(CheckCode.HashOf("ABCDE-FGH23"), customer.Id, seller.Id, now, now + CheckCode.Lifetime));
        var page = await seller.Browser.Get("/partners/status");

        (await seller.Browser.Post(page, "code", ("Code.Code", "abcde fgh23"), ("Code.Purpose", "Support"))).Text.ShouldContain("Zákazník je registrovaný");
        (await seller.Browser.Post(await seller.Browser.Get("/partners/status"), "code", ("Code.Code", "abcde fgh23"), ("Code.Purpose", "Support"))).Text.ShouldContain("Kód neplatí");
    }

    [Fact]
    public async Task Nothing_is_asked_without_both_numbers_and_a_purpose()
    {
        var (seller, customer, _) = await Begin();
        var page = await seller.Browser.Post(await seller.Browser.Get("/partners/status"), "pair", ("Pair.CustomerNumber", "12"));

        page.Document.QuerySelectorAll(".summary li").Length.ShouldBe(3);
        page.Document.QuerySelector(".check-answer").ShouldBeNull();
        (await portal.Db(db => db.PartnerChecks.CountAsync(check => check.CustomerId == customer.Id))).ShouldBe(0);
    }

    private static async Task<WebPage> Ask(Browser browser, string number, string register) =>
        await browser.Post(await browser.Get("/partners/status"), "pair", ("Pair.CustomerNumber", number), ("Pair.RegistrationNumber", register), ("Pair.Purpose", "Offer"));

    private async Task<(Person Seller, Customer Customer, string Number)> Begin()
    {
        var seller = await Person.At(portal);
        var partner = new Partner { Id = Guid.CreateVersion7(), Code = $"{Guid.NewGuid():n}"[..20], Name = "Počítače Novák", Country = Country.Czechia };
        var number = $"{Interlocked.Increment(ref last)}";
        var details = new CustomerDetails
        {
            Kind = CustomerKind.Company,
            Country = Country.Czechia,
            Name = $"Tajná {number} s.r.o.",
            RegistrationNumber = RegistrationNumber.Parse(Country.Czechia, RegisterOf(number)),
        };
        var customer = Customer.Open(Guid.CreateVersion7(), CustomerNumber.Parse(number), details, RegisterCheck.None, DateTimeOffset.UnixEpoch);
        customer.AddContact("Kontakt", EmailAddress.Parse("kontakt@example.cz"), null);
        var product = new Product { Id = Guid.CreateVersion7(), Code = $"{Guid.NewGuid():n}", Name = "POHODA Jazz", Line = "POHODA" };
        var licence = Licence.Make(Guid.CreateVersion7(), product.Id, LicenceKind.Single, LicenceNumber.New(), DateTimeOffset.UnixEpoch);
        licence.DeliverTo(partner.Id, new(2026, 1, 5));
        licence.BindTo(customer.Id, new Purchase(new(2026, 3, 1), null), portal.Time.GetUtcNow());
        licence.AddSupport(SupportRule.Default.PeriodsFor(licence.Id, new(2026, 3, 1)));
        await Add(partner, new PartnerMember(partner.Id, seller.Id, PartnerRole.Colleague, portal.Time.GetUtcNow()), customer, product, licence);
        return (seller, customer, number);
    }

    private static string RegisterOf(string number) => $"2000{number}";

    private Task<string> NumberOf(Customer customer) => portal.Db(async db =>
        (await db.LicenceNumbers.SingleAsync(n => db.Licences.Any(l => l.Id == n.LicenceId && l.CustomerId == customer.Id))).Number.Display);

    private Task<int> Add(params object[] rows) => portal.Db(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });
}
