using System.Net;
using System.Text;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Licences.Confirmation;

public sealed class ConfirmationPagesTests : IAsyncLifetime
{
    private const string Page = "/companies/1234567890/confirmation";
    private const string Pdf = "/companies/1234567890/confirmation.pdf";
    private readonly Portal portal = new();
    private readonly Owner owner = new Owner().Called("Účetní dům");
    private Guid jana;

    public async ValueTask InitializeAsync() => jana = await portal.Account();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task The_page_says_what_the_paper_says_and_opens_no_circuit()
    {
        var number = owner.Buys("POHODA SQL Jazz", from: owner.Meets("Počítače Novák")).Numbers.Single().Number.Display;
        var page = await Visit(Page, MemberRole.Manager);

        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.Heading.ShouldBe("Potvrzení o licenci");
        string[] said = ["123 456 7890", "Účetní dům", "POHODA SQL Jazz", "Počítače Novák", "Lipová 12", number];
        said.ShouldAllBe(text => page.Text.Contains(text, StringComparison.Ordinal));
        (page.Document.Title ?? "").ShouldNotContain(number);
        page.Document.QuerySelector($"a[href='{Pdf}']").ShouldNotBeNull();
        page.Html.ShouldNotContain("<!--Blazor:{\"type\":\"server\"");
    }

    [Theory]
    [InlineData("cs", "potvrzeni-o-licenci")]
    [InlineData("en", "licence-confirmation")]
    [InlineData("sk", "potvrdenie-o-licencii")]
    public async Task The_pdf_opens_in_the_browser_and_is_kept_nowhere(string language, string name)
    {
        owner.Buys("GLX");
        var answer = (await Visit(Pdf, MemberRole.Colleague, language)).Response;
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition!.ToString().ShouldBe($"inline; filename={name}-1234567890.pdf");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store, no-cache");
        var pdf = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
        pdf.ShouldStartWith("%PDF-");
        pdf.ShouldContain($"/Lang ({language})");
    }

    [Theory]
    [InlineData(Page)]
    [InlineData(Pdf)]
    public async Task A_stranger_finds_nothing(string path) => (await Visit(path, role: null)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData(Page)]
    [InlineData(Pdf)]
    public async Task A_reader_is_refused_and_sees_no_number(string path)
    {
        var licence = owner.Buys("GLX");
        var page = await Visit(path, MemberRole.Reader);
        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Html.ShouldNotContain(licence.Numbers.Single().Number.Display);
    }

    [Theory]
    [InlineData(Page)]
    [InlineData(Pdf)]
    public async Task A_visitor_signs_in_first_and_comes_back(string path)
    {
        using var visitor = portal.Browser();
        (await visitor.Get(path)).Leads.ShouldBe($"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}");
    }

    [Fact]
    public async Task An_old_number_leads_to_the_address_of_today()
    {
        owner.Once("7654");
        (await Visit("/companies/7654/confirmation", MemberRole.Manager)).Leads.ShouldBe(Page);
    }

    private async Task<WebPage> Visit(string path, MemberRole? role, string language = "cs")
    {
        if (role is { } given)
            owner.With(jana, given);
        await portal.Db(async db =>
        {
            await owner.Into(db);
            return true;
        });
        using var browser = portal.Browser(language);
        await browser.SignIn("jana@example.cz");
        return await browser.Get(path);
    }
}
