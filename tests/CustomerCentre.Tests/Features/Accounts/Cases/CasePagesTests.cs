using System.Text.RegularExpressions;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Support;
using CustomerCentre.Tests.Features.Support.Calls;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts.Cases;

/// <summary>A dead mailbox as staff and the person walk through its pages.</summary>
public sealed partial class CasePagesTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_case_is_opened_approved_and_finished_on_its_pages()
    {
        var desk = await Desk.At(portal, "60010");
        var address = $"{desk.Support}/people/{desk.Manager}";
        (await desk.Browser.Get(address)).Text.ShouldContain("Nejdřív ověřte volajícího");
        await Add(new LookUp(Guid.NewGuid(), desk.Company.Customer.Id, desk.Agent, OperatorRole.Agent, LookUpReason.Pin, portal.Time.GetUtcNow()));

        var wrong = await desk.Browser.Post(await desk.Browser.Get(address), "open-case", ("Opening.Kind", "NewEmail"), ("Opening.Email", "nova60010@example.cz"));
        wrong.Text.ShouldContain("Napište, co volající říká.");
        var opened = await desk.Browser.Post(wrong, "open-case", ("Opening.Reason", "Firma zanikla."));
        opened.Text.ShouldContain("Případ čeká na schválení");
        opened.Text.ShouldContain("Čeká na schválení");

        using var lead = await portal.SignedIn("vedouci60010@example.cz");
        (await lead.Get("/support/account-cases")).Text.ShouldNotContain("nova60010@example.cz");
        await Add(new StaffMember(await portal.Db(db => db.Users.Where(a => a.Email == "vedouci60010@example.cz").Select(a => a.Id).SingleAsync()), OperatorRole.Lead, portal.Time.GetUtcNow()));
        var list = await lead.Get("/support/account-cases");
        list.Text.ShouldContain("nova60010@example.cz");
        list.Text.ShouldContain("Firma zanikla.");
        var id = await portal.Db(db => db.AccountCases.Where(c => c.AccountId == desk.Manager).Select(c => c.Id).SingleAsync());
        var approved = await lead.Post(list, "decide", ("Decision.Approved", $"{id}"));
        approved.Leads.ShouldBe("/support/account-cases?decided=approved");
        (await lead.Get(approved.Leads!)).Text.ShouldContain("Případ je schválený.");

        var visitor = portal.Browser();
        var link = await Link("nova60010@example.cz");
        link.ShouldStartWith("/account/case/finish");
        (await visitor.Get(link)).Text.ShouldContain("Ještě chvíli");
        portal.Time.Advance(AccountCase.Waits);
        (await visitor.Post(await visitor.Get(link), "finishcase")).Text.ShouldContain("Hotovo");
        (await visitor.Get(link)).Text.ShouldContain("Hotovo");
        (await visitor.SignIn("nova60010@example.cz")).Leads.ShouldNotBeNull();
        (await visitor.Get("/account/case/stop?token=altered")).Text.ShouldContain("Odkaz není celý");
    }

    [Fact]
    public async Task A_lead_is_told_what_became_of_a_case()
    {
        var desk = await Desk.At(portal, "60020");
        using var lead = await portal.SignedIn("vedouci60020@example.cz");
        await Add(new StaffMember(await portal.Db(db => db.Users.Where(a => a.Email == "vedouci60020@example.cz").Select(a => a.Id).SingleAsync()), OperatorRole.Lead, portal.Time.GetUtcNow()));
        var (mine, stopped) = (NewCase(desk), NewCase(desk));
        await Add(mine);
        await Add(stopped);
        var list = await lead.Get("/support/account-cases");
        var refused = await lead.Post(list, "decide", ("Decision.Stopped", $"{mine.Id}"));
        refused.Leads.ShouldBe("/support/account-cases?decided=stopped");
        (await lead.Get(refused.Leads!)).Text.ShouldContain("Případ je zastavený.");
        await portal.Db(db => db.AccountCases.Where(c => c.Id == stopped.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.StoppedAt, portal.Time.GetUtcNow()), TestContext.Current.CancellationToken));

        // The list was read before: the case is in it no more, the answer is there all the same.
        var late = await lead.Post(list, "decide", ("Decision.Approved", $"{stopped.Id}"));
        late.Text.ShouldContain("O tomto případu už rozhodovat nejde. Jeho stav: Zastaveno.");
        late.Text.ShouldNotContain("Případ je schválený.");
    }

    private AccountCase NewCase(Desk desk) =>
        new(Guid.NewGuid(), AccountCaseKind.FactorOff, desk.Manager, desk.Company.Customer.Id, null, "Ztratil telefon.", desk.Agent, portal.Time.GetUtcNow());

    private async Task<string> Link(string email) =>
        LinkPattern().Match((await portal.Db(db => db.Outbox.ToListAsync())).Last(mail => mail.To.Value == email).Text!).Groups[1].Value;

    private Task<int> Add(object row) => portal.Db(db =>
    {
        db.Add(row);
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    [GeneratedRegex(@"https?://[^/]+(/\S+token=\w+)")]
    private static partial Regex LinkPattern();
}
