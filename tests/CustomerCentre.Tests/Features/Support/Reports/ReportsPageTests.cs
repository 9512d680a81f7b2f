using System.Net;
using System.Text;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Records;
using CustomerCentre.Domain.Support;
using CustomerCentre.Tests.Features.Licences;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Support.Reports;

public sealed class ReportsPageTests(Portal portal) : IClassFixture<Portal>
{
    private const string Here = "/support/reports";

    [Fact]
    public async Task A_lead_sees_the_team_and_comes_by_the_navigation()
    {
        var (lead, id) = await Lead("Karel Klidný");
        await Opened(id, "7301", LookUpReason.Pin);

        var home = await lead.Get("/companies");
        home.Document.QuerySelectorAll($"nav a[href='{Here}']").ShouldNotBeEmpty();
        var page = await lead.Get(Here);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.ShouldNotContain("\"type\":\"server\"");
        page.Document.QuerySelectorAll(".navigation a[aria-current=page]").Select(link => link.GetAttribute("href")).ShouldBe([Here]);
        page.Text.ShouldContain("12. 10. 2026 – 10. 11. 2026");
        var row = page.Document.QuerySelectorAll("tbody tr").First(line => line.TextContent.Contains("Karel Klidný", StringComparison.Ordinal));
        row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).Take(5).ShouldBe(["Karel KlidnýKK", "1", "1", "0", "0"]);
        page.Document.QuerySelector("main a[href='/support/stopped-agents']").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_agent_and_a_period_are_chosen_in_the_address_and_kept_in_its_links()
    {
        var (lead, id) = await Lead("Vilma Vybraná");
        await Opened(id, "7302", LookUpReason.Order);
        var other = await Opened((await Lead("Jiří Jiný")).Id, "7303", LookUpReason.Order);

        var page = await lead.Get($"{Here}?from=2026-11-01&until=2026-11-10&agent={id}");
        var figures = page.Document.QuerySelector("table")!.TextContent;
        figures.ShouldContain("Vilma Vybraná");
        figures.ShouldNotContain("Jiří Jiný");
        figures.ShouldContain("Objednávka 1");
        page.Html.ShouldNotContain(other);
        page.Document.QuerySelector("a[download]")!.GetAttribute("href")!.ShouldContain($"agent={id}");
        page.Document.QuerySelector("select#agent option[selected]")!.TextContent.ShouldBe("Vilma Vybraná");
    }

    [Fact]
    public async Task A_refused_opening_leads_to_its_customer()
    {
        var (lead, id) = await Lead("Ota Odmítnutý");
        var number = await Opened(id, "5000000059", null);
        var page = await lead.Get($"{Here}?agent={id}");
        page.Text.ShouldContain("Pracovník chtěl otevřít vlastní firmu");
        page.Document.QuerySelector($"a[href='/support/customers/{number}']")!.TextContent.ShouldBe("500 000 0059");
    }

    [Fact]
    public async Task A_period_in_which_nothing_happened_says_so()
    {
        var (lead, _) = await Lead("Nina Nečinná");
        var page = await lead.Get($"{Here}?from=2001-01-01&until=2001-01-31");
        page.Document.QuerySelectorAll(".empty h2").Select(heading => heading.TextContent)
            .ShouldBe(["V tomto období nikdo nic neotevřel", "V tomto období se nic takového nestalo"]);
        page.Document.QuerySelector("table").ShouldBeNull();
    }

    [Theory]
    [InlineData("?from=x&until=%27&agent=%27&page=-5")]
    [InlineData("?from=9999-12-31&until=0001-01-01&agent=00000000-0000-0000-0000-000000000000&page=999")]
    public async Task An_altered_address_is_no_error(string query)
    {
        var (lead, _) = await Lead("Adéla Adresná");
        (await lead.Get(Here + query)).Status.ShouldBe(HttpStatusCode.OK);
        (await lead.Get($"{Here}.csv{query}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_file_is_for_spreadsheets_and_runs_nothing_in_them()
    {
        var (lead, id) = await Lead("=HYPERLINK(\"http://x\";\"y\")");
        await Opened(id, "7304", LookUpReason.Code);
        var answer = await lead.Get($"{Here}.csv?agent={id}");
        var bytes = await answer.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        lines[0].ShouldBe("Pracovník;Iniciály;Otevření;PIN podpory;kód zaslaný kontaktu;Hovor;E-mail;Objednávka;Kontrola;Vlastní firma;Chybné kódy;Zastavení");
        lines.Length.ShouldBe(2);
        lines[1].TrimStart('"')[0].ShouldNotBe('=');
        lines[1].ShouldEndWith(";1;0;1;0;0;0;0;0;0;0");
        answer.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Response.Content.Headers.ContentDisposition!.FileName.ShouldBe("podpora-2026-10-12-2026-11-10.csv");
    }

    [Fact]
    public async Task Nobody_but_leads_sees_the_page_or_the_file()
    {
        var agent = await Agent.At(portal);
        await Opened(agent.Id, "7305", LookUpReason.Call);
        foreach (var path in (string[])[Here, $"{Here}.csv"])
            (await agent.Browser.Get(path)).Html.ShouldNotContain("Iniciály", customMessage: path);
        (await agent.Browser.Get(Here)).Text.ShouldNotContain("Petra Podporová");
        (await agent.Browser.Get("/companies")).Document.QuerySelector($"nav a[href='{Here}']").ShouldBeNull();
        using var visitor = portal.Browser();
        (await visitor.Get(Here)).Leads!.ShouldStartWith("/account/sign-in");
    }

    private async Task<(Browser Browser, Guid Id)> Lead(string name)
    {
        var person = await Person.At(portal);
        await portal.Db(db =>
        {
            db.Users.Single(account => account.Id == person.Id).Name = name;
            db.Add(new StaffMember(person.Id, OperatorRole.Lead, portal.Time.GetUtcNow()));
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return (person.Browser, person.Id);
    }

    // Without a reason it was refused: the agent's own company.
    private async Task<string> Opened(Guid agent, string number, LookUpReason? reason)
    {
        var company = new Holding(number, $"Firma {number}");
        await company.SaveTo(portal);
        var now = portal.Time.GetUtcNow();
        await portal.Db(db =>
        {
            db.Add(reason is { } why
                ? new LookUp(Guid.NewGuid(), company.Customer.Id, agent, OperatorRole.Lead, why, now)
                : new AuditEntry { Id = Guid.CreateVersion7(now), At = now, Event = "OwnCompanyRefused", AccountId = agent, CustomerId = company.Customer.Id });
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return number;
    }
}
