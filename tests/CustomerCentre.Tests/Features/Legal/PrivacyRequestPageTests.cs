using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Legal;

public sealed class PrivacyRequestPageTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly (string, string)[] Filled =
        [("Input.Right", "Access"), ("Input.Name", "Petr Malý"), ("Input.Email", "petr@example.cz"), ("Input.Message", "Chci kopii.")];

    [Fact]
    public async Task A_visitor_sends_a_request_and_reads_by_when_the_answer_comes()
    {
        using var browser = portal.Browser();
        var sent = await browser.Post(await browser.Get("/privacy/request"), "request", Filled);
        sent.Heading.ShouldBe("Žádost je odeslána");
        sent.Text.ShouldContain("do jednoho měsíce na petr@example.cz");
        (await portal.Db(db => db.Outbox.CountAsync(mail => mail.Kind == "PersonalDataRequest", TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_what_was_typed_stays()
    {
        using var browser = portal.Browser();
        var page = await browser.Post(await browser.Get("/privacy/request"), "request", ("Input.Message", "Rozepsáno"));
        page.Text.ShouldContain("Vyberte, co chcete.");
        page.Text.ShouldContain("Napište své jméno.");
        page.Html.ShouldContain("Rozepsáno");
    }

    [Fact]
    public async Task A_signed_in_person_types_no_e_mail()
    {
        using var browser = await portal.SignedIn("znama@example.cz");
        (await browser.Get("/privacy/request")).Form("request").Fields["Input.Email"].ShouldBe("znama@example.cz");
    }

    [Theory]
    [InlineData("cs", "Osobní údaje má u nás na starosti")]
    [InlineData("en", "Personal data are looked after")]
    [InlineData("sk", "Osobné údaje má u nás na starosti")]
    public async Task Privacy_names_who_looks_after_the_data_and_leads_to_the_form(string language, string words)
    {
        using var browser = portal.Browser(language);
        var page = await browser.Get("/privacy");
        page.Text.ShouldContain(words);
        page.Document.QuerySelector("main a[href='/privacy/request']").ShouldNotBeNull();
    }
}
