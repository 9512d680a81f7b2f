using System.Net;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Support;
using CustomerCentre.Features.Support.Customers;
using CustomerCentre.Tests.Features.Licences;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Support.Customers;

public sealed class CustomerPageTests(Portal portal) : IClassFixture<Portal>
{
    private const string BirthNumber = "CZ9055011251";
    private static readonly string[] Parts = ["", "/people", "/contacts", "/licences", "/registrations", "/requests", "/mails", "/history", "/notes"];

    [Fact]
    public async Task Before_it_is_opened_only_name_number_kind_and_the_question_are_shown()
    {
        var agent = await Agent.At(portal);
        await Customer("7001");
        foreach (var part in Parts)
        {
            var page = await agent.Browser.Get($"/support/customers/7001{part}");
            page.Heading.ShouldBe("Karel Živnostník 7001");
            page.Document.Title!.ShouldNotContain("Karel");
            page.Document.QuerySelectorAll("[data-keys] button[data-key]").Select(button => (button.GetAttribute("value"), button.GetAttribute("accesskey")))
                .ShouldBe([("Call", "1"), ("Mail", "2"), ("Order", "3"), ("Review", "4")]);
            page.Html.ShouldNotContain("99000130");
            page.Html.ShouldNotContain("POHODA 7001");
            page.Html.ShouldNotContain("Karel Kontaktní");
        }
    }

    [Fact]
    public async Task One_press_opens_and_leads_back_to_the_page()
    {
        var agent = await Agent.At(portal);
        await Customer("7002");
        var gate = await agent.Browser.Get("/support/customers/7002/contacts?page=1");

        (await agent.Browser.Post(gate, "open", ("Opening.Reason", "Mail"))).Leads.ShouldBe("/support/customers/7002/contacts?page=1");

        var page = await agent.Browser.Get("/support/customers/7002/contacts");
        page.Text.ShouldContain("Volající neověřen");
        page.Text.ShouldContain("Otevřeno do 13:00");
        page.Text.ShouldContain("Karel Kontaktní");
        (await portal.Db(db => Task.FromResult(db.LookUps.Single(lookUp => lookUp.AccountId == agent.Id).Reason))).ShouldBe(LookUpReason.Mail);
    }

    [Fact]
    public async Task A_reason_is_needed_and_a_proof_cannot_be_claimed()
    {
        var agent = await Agent.At(portal);
        await Customer("7003");
        foreach (var reason in (string[])["", "Pin", "Code", "99", "nonsense"])
        {
            var page = await agent.Opens("7003", reason);
            page.Status.ShouldBe(HttpStatusCode.OK, reason);
            page.Document.QuerySelector(".summary").ShouldNotBeNull(reason);
        }

        (await portal.Db(db => Task.FromResult(db.LookUps.Any(lookUp => lookUp.AccountId == agent.Id)))).ShouldBeFalse();
    }

    [Fact]
    public async Task Every_part_is_static_and_holds_no_masked_value_until_somebody_asks()
    {
        var agent = await Agent.At(portal);
        var customer = await Customer("7004");
        await agent.Opens("7004");
        foreach (var part in Parts)
        {
            var page = await agent.Browser.Get($"/support/customers/7004{part}");
            page.Status.ShouldBe(HttpStatusCode.OK, part);
            page.Heading.ShouldBe("Karel Živnostník 7004");
            page.Html.ShouldNotContain("<!--Blazor:{\"type\":\"server\"", customMessage: part);
            foreach (var secret in (string[])[BirthNumber, "9055011251", "kontaktni7004@", "605000002", "605 000 002", "clen7004@"])
                page.Html.ShouldNotContain(secret, customMessage: part);
            page.Document.QuerySelectorAll(".tabs [aria-current=page]").Length.ShouldBe(1, part);
        }

        var before = await agent.Browser.Get("/support/customers/7004");
        var shown = await agent.Browser.Post(before, "show", ("Show.Field", new PersonalField(PersonalDataKind.VatNumber, customer.Id).ToString()));
        shown.Text.ShouldContain(BirthNumber);
        shown.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await agent.Browser.Get(before.Address)).Html.ShouldNotContain(BirthNumber);
    }

    [Fact]
    public async Task Only_the_value_that_was_asked_for_is_shown()
    {
        var agent = await Agent.At(portal);
        var customer = await Customer("7005");
        await agent.Opens("7005");
        var contact = customer.Contacts.Single().Id;

        var page = await agent.Browser.Post(
            await agent.Browser.Get("/support/customers/7005/contacts"), "show", ("Show.Field", new PersonalField(PersonalDataKind.ContactEmail, contact).ToString()));

        page.Text.ShouldContain("kontaktni7005@example.cz");
        page.Html.ShouldNotContain("605 000 002");
        page.Text.ShouldContain("…002");
        (await agent.Browser.Get("/support/customers/7005/history")).Text.ShouldContain("Zobrazeny skryté osobní údaje: e-mail kontaktu");
    }

    [Fact]
    public async Task What_was_written_stays_when_the_hour_has_passed()
    {
        var agent = await Agent.At(portal);
        await Customer("7006");
        await agent.Opens("7006");
        var form = await agent.Browser.Get("/support/customers/7006/notes");
        await portal.Db(db =>
        {
            db.LookUps.RemoveRange(db.LookUps.Where(lookUp => lookUp.AccountId == agent.Id));
            return db.SaveChangesAsync();
        });

        var page = await agent.Browser.Post(form, "note", ("Note.Text", "Dlouhý zápis o hovoru"));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector("textarea")!.TextContent.ShouldBe("Dlouhý zápis o hovoru");
        page.Text.ShouldContain("Otevření zákazníka vypršelo");
        await agent.Opens("7006");
        (await agent.Browser.Post(page, "note", ("Note.Text", "Dlouhý zápis o hovoru"))).Leads.ShouldBe("/support/customers/7006/notes");
        (await agent.Browser.Get("/support/customers/7006/notes")).Text.ShouldContain("Dlouhý zápis o hovoru");
    }

    [Fact]
    public async Task An_alias_leads_to_the_current_number_and_an_unknown_one_nowhere()
    {
        var agent = await Agent.At(portal);
        var customer = await Customer("7007");
        await portal.Db(db =>
        {
            db.Add(new IssuedNumber(CustomerNumber.Parse("7107"), customer.Id, portal.Time.GetUtcNow()) { IsCurrent = false });
            return db.SaveChangesAsync();
        });

        (await agent.Browser.Get("/support/customers/7107/history?page=2")).Leads.ShouldBe("/support/customers/7007/history?page=2");
        foreach (var path in (string[])["/support/customers/7999", "/support/customers/nobody", "/support/customers/7007/nonsense"])
            (await agent.Browser.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
    }

    [Fact]
    public async Task The_own_company_is_refused_in_words_and_others_never_see_the_page()
    {
        var agent = await Agent.At(portal);
        await Customer("7008", agent.Id);
        var page = await agent.Opens("7008");
        page.Text.ShouldContain("Pokus jsme oznámili správcům");
        (await agent.Browser.Get("/support/customers/7008")).Text.ShouldContain("Proč zákazníka otevíráte?");

        var stranger = await Person.At(portal);
        (await stranger.Browser.Get("/support/customers/7008")).Html.ShouldNotContain("7008 ");
        (await portal.Browser().Get("/support/customers/7008")).Leads!.ShouldStartWith("/account/sign-in");
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_is_today()
    {
        var agent = await Agent.At(portal);
        await Customer("7009");
        await agent.Opens("7009");

        (await agent.Browser.Get("/support/customers/7009/licences?on=2025-06-01")).Text.ShouldContain("Nárok na podporu trvá do 31. 12. 2026");
        (await agent.Browser.Get("/support/customers/7009/licences?on=2027-01-01")).Text.ShouldContain("Podpora skončila 31. 12. 2026");
        foreach (var day in (string[])["2026-02-30", "nonsense", "99999-01-01", ""])
            (await agent.Browser.Get($"/support/customers/7009/licences?on={day}")).Text.ShouldContain("ke dni 10. 11. 2026", customMessage: day);
    }

    private Task<Customer> Customer(string number, params Guid[] members) => portal.Db(async db =>
    {
        var holding = new Holding(number, $"Karel Živnostník {number}", [.. members, await portal.Account($"clen{number}@example.cz")]);
        holding.Add($"POHODA {number}", fromPartner: true, support: [2025, 2026]);
        holding.Customer.Refresh(holding.Customer.Details with
        {
            Kind = CustomerKind.SoleTrader,
            RegistrationNumber = RegistrationNumber.Parse(Country.Czechia, "99000130"),
            VatNumber = VatNumber.Parse(Country.Czechia, BirthNumber),
            Country = Country.Czechia,
        });
        // One company per register number; here each customer is a known duplicate of the first.
        if (db.Customers.OrderBy(c => c.Id).FirstOrDefault() is { } first)
            holding.Customer.MarkDuplicateOf(first.Id);
        holding.Customer.AddContact("Karel Kontaktní", EmailAddress.Parse($"kontaktni{number}@example.cz"), PhoneNumber.Parse("+420605000002", null));
        db.AddRange(holding.Rows);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return holding.Customer;
    });
}
