using System.Net;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Administration;

public sealed class OldPasswordsPageTests : IAsyncDisposable
{
    private const string Address = "/administration/old-passwords";
    private readonly Portal portal = new();

    [Fact]
    public async Task An_administrator_sees_how_far_each_service_is()
    {
        await portal.Db(async db =>
        {
            var digest = new byte[16];
            foreach (var at in Enumerable.Range(0, 3))
                db.Add(Kept(at, new(OldHashKind.Md5, new(), [], digest)));
            var wrapped = Kept(3, new(OldHashKind.Md5, new(), [], digest));
            portal.Services.GetRequiredService<OldHashes>().Wrap(wrapped);
            db.AddRange(wrapped, new JoinedService("PRVNI@EXAMPLE.CZ", "eshop", await portal.Account("prvni@example.cz"), portal.Time.GetUtcNow()));
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var administrator = await portal.SignedInAs("spravce@example.cz", OperatorRole.Administrator);

        var page = await administrator.Get(Address);

        page.Heading.ShouldBe(OldAccountsTexts.Title);
        var shop = page.Document.QuerySelectorAll(".card").Single(card => card.QuerySelector("h2")!.TextContent == "E-shop");
        shop.QuerySelectorAll("dd").Select(fact => fact.TextContent.Trim()).First().ShouldBe("5");
        shop.QuerySelectorAll("dd").Select(fact => fact.TextContent.Trim()).Skip(2).ShouldBe(["4", "3"]);
        page.Text.ShouldContain("Čeká: 3.");
        page.Document.QuerySelector($"nav a[href='{Address}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_day_is_set_after_a_confirmation_and_taken_back_by_an_empty_field()
    {
        var administrator = await portal.SignedInAs("spravce@example.cz", OperatorRole.Administrator);
        var page = await administrator.Get(Address);
        (await administrator.Post(page, "end", ("Input.Day", "2027-05-01"))).Text.ShouldContain(OldAccountsTexts.EndNotMeant);
        (await End()).ShouldBeNull();

        (await administrator.Post(page, "end", ("Input.Day", "2027-05-01"), ("Input.IsMeant", "true"))).Leads.ShouldBe(Address + "?changed=true");
        (await End()).ShouldBe(new DateOnly(2027, 5, 1));
        page = await administrator.Get(Address + "?changed=true");
        page.Text.ShouldContain("smažeme 1. 5. 2027");
        page.Form("end").Fields["Input.Day"].ShouldBe("2027-05-01");

        (await administrator.Post(page, "end", ("Input.Day", ""), ("Input.IsMeant", "true"))).Leads.ShouldBe(Address + "?changed=true");
        (await End()).ShouldBeNull();
        (await portal.Db(db => db.Audit.CountAsync(entry => entry.Event == "OldPasswordsEndSet", TestContext.Current.CancellationToken))).ShouldBe(2);
    }

    [Theory]
    [InlineData("2026-11-10")]
    [InlineData("2028-11-11")]
    public async Task A_day_that_is_no_day_ahead_or_too_far_is_refused(string day)
    {
        var administrator = await portal.SignedInAs("spravce@example.cz", OperatorRole.Administrator);
        var answer = await administrator.Post(await administrator.Get(Address), "end", ("Input.Day", day), ("Input.IsMeant", "true"));
        answer.Text.ShouldContain("Zvolte den od 11. 11. 2026 do 10. 11. 2028");
        (await End()).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_else_sees_the_page_or_sets_the_day()
    {
        var auditor = await portal.SignedInAs("auditor@example.cz", OperatorRole.Auditor);
        (await auditor.Get(Address)).Status.ShouldNotBe(HttpStatusCode.OK);
        await using var world = new World();
        var account = await world.Account();
        (await world.Send(new SetOldPasswordsEnd.Command { Day = new(2027, 1, 1), IsMeant = true }, account, [Policies.Auditor])).Outcome.ShouldBe(Outcome.Refused);
        (await world.Send(new ReadOldPasswords.Query(), account, [Policies.Auditor])).Outcome.ShouldBe(Outcome.Refused);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    private OldPassword Kept(int at, OldHash hash) => portal.Services.GetRequiredService<OldHashes>().Keep(EmailAddress.Parse($"p{at}@example.cz"), "eshop", true, null, hash);

    private Task<DateOnly?> End() => portal.Db(db => db.OldPasswordsEnd.Select(end => (DateOnly?)end.On).SingleOrDefaultAsync(TestContext.Current.CancellationToken));
}
