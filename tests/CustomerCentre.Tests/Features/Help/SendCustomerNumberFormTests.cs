using System.Net;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Help;

public sealed class SendCustomerNumberFormTests
{
    private const string Page = "/help/customer-id?returnUrl=%2Fonboarding%2Fstart%3Fdraft%3D1";
    private static readonly (string, string) Known = ("Input.RegistrationNumber", "25313142");
    private static readonly (string, string) Unknown = ("Input.RegistrationNumber", "45274649");

    [Fact]
    public async Task A_known_and_an_unknown_company_get_the_same_answer_in_place_of_the_form()
    {
        await using var portal = new Portal();
        await AddCompany(portal);
        using var browser = portal.Browser();

        var known = await browser.Post(await browser.Get(Page), "send-id", Known);
        var unknown = await browser.Post(await browser.Get(Page), "send-id", Unknown);

        known.Status.ShouldBe(HttpStatusCode.OK);
        known.Document.QuerySelector("[role=status]")!.TextContent.ShouldContain("Pokud je tato firma naším zákazníkem");
        known.Document.QuerySelector("[name='Input.RegistrationNumber']").ShouldBeNull();
        known.Document.QuerySelector(".callout .support-line").ShouldNotBeNull();
        Content(known).ShouldBe(Content(unknown));
        (await portal.Db(db => db.Outbox.SingleAsync())).To.Value.ShouldBe("jana@example.cz");
    }

    [Fact]
    public async Task The_way_back_is_kept_after_sending()
    {
        await using var portal = new Portal();
        using var browser = portal.Browser();

        var sent = await browser.Post(await browser.Get(Page), "send-id", Unknown);

        sent.Document.QuerySelector("a.button-filled")!.GetAttribute("href").ShouldBe("/onboarding/start?draft=1");
    }

    [Theory]
    [InlineData("cs", "CZ")]
    [InlineData("sk", "SK")]
    public async Task The_country_follows_the_language_until_another_is_chosen(string language, string country)
    {
        await using var portal = new Portal();
        using var browser = portal.Browser(language);

        (await browser.Get(Page)).Form("send-id").Fields["Input.CountryCode"].ShouldBe(country);
    }

    [Fact]
    public async Task A_number_that_is_none_is_said_at_the_field_and_stays_there()
    {
        await using var portal = new Portal();
        using var browser = portal.Browser();

        var refused = await browser.Post(await browser.Get(Page), "send-id", ("Input.RegistrationNumber", "mnoho"));

        refused.Document.Title.ShouldNotBeNull().ShouldStartWith("Chyba: ");
        refused.Document.QuerySelector(".summary").ShouldNotBeNull();
        refused.Form("send-id").Fields["Input.RegistrationNumber"].ShouldBe("mnoho");
        (await portal.Db(db => db.Attempts.CountAsync())).ShouldBe(0);
    }

    // The hidden fields of forms differ at every visit.
    private static string Content(WebPage page)
    {
        foreach (var hidden in page.Document.QuerySelectorAll("input[type=hidden]"))
            hidden.Remove();
        return page.Document.QuerySelector("main")!.OuterHtml;
    }

    private static Task<int> AddCompany(Portal portal) => portal.Db(db =>
    {
        var details = new CustomerDetails
        {
            Kind = CustomerKind.Company,
            Country = Country.Czechia,
            Name = "Známá s.r.o.",
            RegistrationNumber = RegistrationNumber.Parse(Country.Czechia, Known.Item2),
        };
        var customer = Customer.Open(Guid.CreateVersion7(), CustomerNumber.Parse("1234"), details, RegisterCheck.None, portal.Time.GetUtcNow());
        customer.AddContact("Kontakt", EmailAddress.Parse("jana@example.cz"), null);
        db.Add(customer);
        return db.SaveChangesAsync();
    });
}
