using System.Net;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Licences;

public sealed class LicencePagesTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Pages_of_a_company_open_no_circuit_and_hold_no_licence_number()
    {
        var (jana, company, licence) = await Company("6001");
        foreach (var path in (string[])["/companies", company, $"{company}/licences", $"{company}/licences/{licence.Id}"])
        {
            var page = await jana.Get(path);
            page.Status.ShouldBe(HttpStatusCode.OK, path);
            page.Html.ShouldNotContain("<!--Blazor:{\"type\":\"server\"", customMessage: path);
            page.Document.Title.ShouldNotBeNullOrWhiteSpace(path);
            page.Heading.ShouldNotBeNullOrWhiteSpace(path);
            page.Html.ShouldNotContain(Holding.NumberOf(licence));
            page.Html.ShouldNotContain(licence.Numbers.Single().Number.Value);
        }
    }

    [Fact]
    public async Task The_number_is_shown_when_asked_for_in_that_answer_alone()
    {
        var (jana, company, licence) = await Company("6002");
        var before = await jana.Get($"{company}/licences/{licence.Id}");

        var page = await jana.Post(before, "reveal");

        page.Document.QuerySelector("[data-copy]")!.GetAttribute("data-copy").ShouldBe(Holding.NumberOf(licence));
        page.Document.Title!.ShouldNotContain(Holding.NumberOf(licence));
        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await jana.Get(before.Address)).Html.ShouldNotContain(Holding.NumberOf(licence));
    }

    [Fact]
    public async Task A_form_of_another_sign_in_shows_no_number()
    {
        var (jana, company, licence) = await Company("6003");
        var before = await jana.Get($"{company}/licences/{licence.Id}");

        var page = await jana.Post(before, "reveal", ("__RequestVerificationToken", "of another"));

        page.Html.ShouldNotContain(Holding.NumberOf(licence));
        (await portal.Db(db => Task.FromResult(db.Audit.Any(entry => entry.SubjectId == licence.Id)))).ShouldBeFalse();
    }

    [Fact]
    public async Task The_pages_of_another_company_are_not_found()
    {
        var (_, theirs, licence) = await Company("6004");
        var (jana, company, _) = await Company("6005");
        foreach (var path in (string[])[theirs, $"{theirs}/licences", $"{theirs}/licences/{licence.Id}", $"{company}/licences/{licence.Id}", $"/licences/{licence.Id}"])
        {
            var page = await jana.Get(path);
            page.Status.ShouldBe(HttpStatusCode.NotFound, path);
            page.Html.ShouldNotContain("POHODA 6004");
        }
    }

    [Fact]
    public async Task The_answer_about_support_stands_in_words_beside_the_support_line()
    {
        var (jana, company, licence) = await Company("6006");
        var page = await jana.Get($"{company}/licences/{licence.Id}");

        page.Text.ShouldContain("Nárok na podporu trvá do 31. 12. 2026");
        page.Text.ShouldContain("Zbývá 51 dní.");
        page.Text.ShouldContain("+420 567 117 711");
        page.Document.QuerySelector(".years tbody tr")!.TextContent.ShouldMatch(@"2026\s+celý rok");
    }

    [Fact]
    public async Task An_empty_list_says_what_to_do()
    {
        var jana = await Person.At(portal);
        await new Holding("6007", "Prázdná", jana.Id).SaveTo(portal);

        (await jana.Browser.Get("/companies/6007/licences")).Document.QuerySelector(".empty a")!.GetAttribute("href").ShouldBe("/companies/6007/registrations/new");
    }

    private async Task<(Browser Member, string Company, Licence Licence)> Company(string number)
    {
        var member = await Person.At(portal);
        var holding = new Holding(number, $"Firma {number}", member.Id);
        var licence = holding.Add($"POHODA {number}", LicenceKind.Net3, support: [2025, 2026]);
        await holding.SaveTo(portal);
        return (member.Browser, $"/companies/{number}", licence);
    }
}
