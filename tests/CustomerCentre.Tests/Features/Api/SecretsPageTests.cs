using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Features.Api.Secrets;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Api;

public sealed class SecretsPageTests
{
    [Fact]
    public async Task A_manager_makes_a_secret_that_is_shown_once_and_works()
    {
        await using var world = await ApiWorld.Begin();
        using var browser = await SignedIn(world, "partner@example.cz");

        var made = await browser.Post(await browser.Get("/partners/api"), "secret", ("Input.Days", "90"));
        var text = System.Text.RegularExpressions.Regex.Match(made.Html, "class=\"secret\">([^<]+)<").Groups[1].Value;

        text.Length.ShouldBe(43);
        (await world.AskForToken(text, client: "partner-P1")).IsSuccessStatusCode.ShouldBeTrue();
        var list = (await browser.Get("/partners/api")).Html;
        list.ShouldNotContain(text);
        list.ShouldContain(text[^4..]);
        var secret = await world.Portal.Db(db => db.ApiSecrets.SingleAsync());
        secret.ExpiresAt.ShouldBe(world.Portal.Time.GetUtcNow().AddDays(90));
        secret.SecretHash.ShouldNotContain(text);
        (await world.Portal.Db(db => db.Audit.CountAsync(entry => entry.Event == "ApiSecretMade" && entry.SubjectId == secret.Id))).ShouldBe(1);
        (await world.Portal.Db(db => db.Outbox.SingleAsync(mail => mail.Kind == "MadeSecret"))).Text!.ShouldNotContain(text);
    }

    [Fact]
    public async Task A_manager_revokes_it_after_a_question()
    {
        await using var world = await ApiWorld.Begin();
        using var browser = await SignedIn(world, "partner@example.cz");
        var (id, _) = await world.Secret();

        (await browser.Post(await browser.Get($"/partners/api/{id}"), "revoke")).Leads.ShouldBe("/partners/api?revoked=true");

        (await world.Portal.Db(db => db.ApiSecrets.SingleAsync())).RevokedAt.ShouldBe(world.Portal.Time.GetUtcNow());
        (await world.Portal.Db(db => db.Outbox.CountAsync(mail => mail.Kind == "RevokedSecret"))).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_command_twice_makes_one_secret()
    {
        await using var world = await ApiWorld.Begin();
        var command = new CreateSecret.Command { Id = Guid.CreateVersion7(), Days = 30 };

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Send(command, world.Manager, Policies.PartnerManager)));

        answers.Count(answer => answer.Value.Text is not null).ShouldBe(1);
        (await world.Portal.Db(db => db.ApiSecrets.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Another_partner_sees_and_revokes_none_of_it()
    {
        await using var world = await ApiWorld.Begin();
        var (id, _) = await world.Secret();
        var stranger = await world.Portal.Account("jiny@example.cz");
        var other = new Partner { Id = Guid.CreateVersion7(), Code = "P2", Name = "Jiný", Country = Country.Czechia };
        await world.Add(other, new PartnerMember(other.Id, stranger, PartnerRole.Manager, world.Portal.Time.GetUtcNow()));

        (await world.Send(new RevokeSecret.Command(id), stranger, Policies.PartnerManager)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(new ListSecrets.Query(), stranger, Policies.PartnerManager)).Value.Secrets.Rows.ShouldBeEmpty();
        await Should.ThrowAsync<NotAllowedException>(() => world.Send(new CreateSecret.Command { Id = Guid.CreateVersion7(), Days = 30 }, stranger, Policies.PartnerMember));
    }

    [Fact]
    public async Task An_operator_administrator_sees_and_revokes_all()
    {
        await using var world = await ApiWorld.Begin();
        var (id, _) = await world.Secret();
        var administrator = await world.Portal.Account("spravce@example.cz");
        await world.Add(new StaffMember(administrator, OperatorRole.Administrator, world.Portal.Time.GetUtcNow()));
        using var browser = await SignedIn(world, "spravce@example.cz");

        (await browser.Get("/administration/credentials")).Html.ShouldContain("partner-P1");
        (await browser.Post(await browser.Get($"/administration/credentials/{id}"), "revoke")).Leads.ShouldBe("/administration/credentials?revoked=true");

        (await world.Portal.Db(db => db.ApiSecrets.SingleAsync())).RevokedAt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("cs", "API pro partnery")]
    [InlineData("en", "API for partners")]
    [InlineData("sk", "API pre partnerov")]
    public async Task The_page_about_the_api_is_made_from_its_document(string language, string title)
    {
        await using var world = await ApiWorld.Begin();
        using var visitor = world.Portal.Browser(language);

        var page = (await visitor.Get("/api")).Html;

        page.ShouldContain(title);
        page.ShouldContain("/api/v1/customers/status");
        page.ShouldContain("id=\"StockItem\"");
        page.ShouldContain("id=\"too-many-wrong-pairs\"");
        page.ShouldContain("registrationNumber");
    }

    private static async Task<Browser> SignedIn(ApiWorld world, string email)
    {
        var browser = world.Portal.Browser();
        (await browser.SignIn(email)).Leads.ShouldNotBeNull();
        return browser;
    }
}
