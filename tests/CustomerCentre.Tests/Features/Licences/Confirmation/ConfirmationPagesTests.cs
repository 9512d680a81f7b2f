using System.Net;
using System.Text;
using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Tests.Running;
using CustomerCentre.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Licences.Confirmation;

public sealed class ConfirmationPagesTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    private const string Page = "/companies/{0}/confirmation";
    private const string Pdf = "/companies/{0}/confirmation.pdf";

    [Fact]
    public async Task The_page_says_what_the_paper_says_and_opens_no_circuit()
    {
        var (jana, owner) = await Company(MemberRole.Manager);
        var licence = owner.Buys("POHODA SQL Jazz", from: owner.Meets("Počítače Novák"));
        await Save(owner);
        var answer = await site.Of(jana).GetAsync(At(Page, owner));
        var page = await Site.Text(answer);

        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.ShouldNotContain("<!--Blazor:{\"type\":\"server\"");
        string[] said = ["Potvrzení o licenci", "Účetní dům", "POHODA SQL Jazz", "Počítače Novák", "Lipová 12", licence.Numbers.Single().Number.Display, At(Pdf, owner)];
        said.ShouldAllBe(text => page.Contains(text, StringComparison.Ordinal));
        page.ShouldNotMatch("<title>[^<]*[A-Z0-9]{4}-[A-Z0-9]{4}");
    }

    [Theory]
    [InlineData("cs", "potvrzeni-o-licenci")]
    [InlineData("en", "licence-confirmation")]
    [InlineData("sk", "potvrdenie-o-licencii")]
    public async Task The_pdf_opens_in_the_browser_and_is_kept_nowhere(string language, string name)
    {
        var (jana, owner) = await Company(MemberRole.Colleague);
        owner.Buys("GLX");
        await Save(owner);
        var answer = await site.Of(jana, language).GetAsync(At(Pdf, owner));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition!.ToString().ShouldBe($"inline; filename={name}-{owner.Number}.pdf");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store");
        var pdf = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
        pdf.ShouldStartWith("%PDF-");
        pdf.ShouldContain($"/Lang ({language})");
    }

    [Theory]
    [InlineData(Page)]
    [InlineData(Pdf)]
    public async Task A_stranger_finds_nothing(string path)
    {
        var (_, owner) = await Company(MemberRole.Manager);
        await Save(owner);
        var stranger = await Account();
        (await site.Of(stranger).GetAsync(At(path, owner))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Page)]
    [InlineData(Pdf)]
    public async Task A_reader_is_refused_and_told_whom_to_ask(string path)
    {
        var (reader, owner) = await Company(MemberRole.Reader);
        var licence = owner.Buys("GLX");
        await Save(owner);
        var answer = await site.Of(reader).GetAsync(At(path, owner));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Site.Text(answer)).ShouldNotContain(licence.Numbers.Single().Number.Display);
    }

    [Theory]
    [InlineData(Page)]
    [InlineData(Pdf)]
    public async Task A_visitor_must_sign_in_first(string path) =>
        (await site.Of(null).GetAsync(string.Format(null, path, "1234567890"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task An_old_number_leads_to_the_address_of_today()
    {
        var (jana, owner) = await Company(MemberRole.Manager);
        var alias = owner.Number[1..];
        await Save(owner.Once(alias));
        var answer = await site.Of(jana).GetAsync(string.Format(null, Page, alias));
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location!.OriginalString.ShouldEndWith(At(Page, owner));
    }

    private static string At(string path, Owner owner) => string.Format(null, path, owner.Number);

    private async Task<(Guid Account, Owner Owner)> Company(MemberRole role)
    {
        var account = await Account();
        return (account, new Owner(Random.Shared.NextInt64(1_000_000_000, 9_999_999_999).ToString(provider: null)).Called("Účetní dům").With(account, role));
    }

    private async Task<Guid> Account()
    {
        var id = Guid.CreateVersion7();
        var email = $"{id:n}@example.cz";
        await Use(db =>
        {
            db.Add(new Account { Id = id, Email = email, UserName = email, NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant(), EmailConfirmed = true });
            return db.SaveChangesAsync();
        });
        return id;
    }

    private Task Save(Owner owner) => Use(owner.Into);

    private async Task Use(Func<CustomerCentreDb, Task> use)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<CustomerCentreDb>());
    }
}
