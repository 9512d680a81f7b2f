using System.Net;
using System.Text.RegularExpressions;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Partners.People;

public sealed partial class PartnerPeoplePagesTests : IAsyncDisposable
{
    private readonly Portal portal = new();

    [Fact]
    public async Task From_the_operator_over_the_first_manager_to_a_colleague()
    {
        var partner = await Partner();
        var administrator = await portal.SignedInAs("spravce@example.cz", OperatorRole.Administrator);
        var page = await administrator.Get((await administrator.Get("/administration/partners?search=prodej")).Document.QuerySelector("td a")!.GetAttribute("href")!);
        page.Heading.ShouldBe("Prodejce");
        page.Text.ShouldContain(PeopleTexts.NobodyWorks);
        (await administrator.Post(page, "invite", ("Invited.Email", "jana@example.cz"))).Leads.ShouldBe($"/administration/partners/{partner}?changed=true");

        var jana = portal.Browser();
        var link = await NewestLink();
        var visitor = await jana.Get(link);
        visitor.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldAllBe(href => href!.Contains("returnUrl=%2Faccount%2Finvitation", StringComparison.Ordinal));
        await portal.Account("jana@example.cz");
        (await jana.SignIn("jana@example.cz", returnUrl: link)).Leads.ShouldBe(link);
        (await jana.Get("/partners/people")).Status.ShouldNotBe(HttpStatusCode.OK);
        (await jana.Post(await jana.Get(link), "accept")).Leads.ShouldBe("/partners/status");

        var people = await jana.Get("/partners/people");
        people.Text.ShouldContain("jana@example.cz");
        (await jana.Post(people, "invite", ("Invited.Email", "petr@example.cz"), ("Invited.Role", nameof(PartnerRole.Colleague)))).Leads.ShouldBe("/partners/people?changed=true");
        var waiting = await jana.Get("/partners/people");
        var cancel = waiting.Document.QuerySelectorAll("input[name=_handler]").Select(input => input.GetAttribute("value")!).Single(name => name.StartsWith("cancel-", StringComparison.Ordinal));
        (await jana.Post(waiting, cancel)).Leads.ShouldBe("/partners/people?changed=true");
        (await jana.Post(waiting, cancel)).Leads.ShouldBe("/partners/people", "the form is gone since");
        (await jana.Get("/partners/people")).Text.ShouldNotContain("petr@example.cz");
    }

    [Fact]
    public async Task A_manager_changes_and_removes_a_colleague_whose_next_request_knows_it()
    {
        var partner = await Partner();
        var (manager, colleague) = (await Works(partner, "vedouci@example.cz", PartnerRole.Manager), await Works(partner, "kolega@example.cz", PartnerRole.Colleague));
        var person = $"/partners/people/{await IdOf("kolega@example.cz")}";
        (await manager.Post(await manager.Get(person), "change")).Leads.ShouldBe("/partners/people?changed=true");
        (await colleague.Get("/partners/people")).Status.ShouldBe(HttpStatusCode.OK);
        (await manager.Post(await manager.Get(person), "remove")).Leads.ShouldBe("/partners/people?changed=true");
        (await colleague.Get("/partners/people")).Status.ShouldNotBe(HttpStatusCode.OK);
        (await manager.Get(person)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_last_manager_cannot_press_to_leave_and_strangers_find_nobody()
    {
        var manager = await Works(await Partner(), "vedouci@example.cz", PartnerRole.Manager);
        var page = await manager.Get($"/partners/people/{await IdOf("vedouci@example.cz")}");
        page.Text.ShouldContain(PeopleTexts.LastManager);
        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();

        var stranger = await Works(await Partner("P2"), "cizi@example.cz", PartnerRole.Manager);
        (await stranger.Get(page.Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Get("/administration/partners")).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    private async Task<Guid> Partner(string code = "P1")
    {
        var partner = new Partner { Id = Guid.CreateVersion7(), Code = code, Name = "Prodejce", Country = Country.Czechia };
        await Add(partner);
        return partner.Id;
    }

    private async Task<Browser> Works(Guid partner, string email, PartnerRole role)
    {
        var browser = await portal.SignedIn(email);
        await Add(new PartnerMember(partner, await IdOf(email), role, portal.Time.GetUtcNow()));
        return browser;
    }

    private Task<int> Add(object row) => portal.Db(db =>
    {
        db.Add(row);
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    private Task<Guid> IdOf(string email) => portal.Db(db => db.Users.Where(a => a.Email == email).Select(a => a.Id).SingleAsync());

    private async Task<string> NewestLink() => LinkPattern().Match((await portal.Db(db => db.Outbox.OrderByDescending(mail => mail.CreatedAt).FirstAsync())).Text!).Value;

    [GeneratedRegex(@"/account/invitation\?token=\w+")]
    private static partial Regex LinkPattern();
}
