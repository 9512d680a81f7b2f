using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Support;
using CustomerCentre.Features.Support.Customers;
using CustomerCentre.Features.Support.Reports;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Support.Reports;

public sealed class ReadReportTests
{
    [Fact]
    public async Task Openings_are_counted_by_person_and_reason()
    {
        await using var team = await Team.Meet();
        foreach (var reason in (LookUpReason[])[LookUpReason.Pin, LookUpReason.Code, LookUpReason.Call, LookUpReason.Call, LookUpReason.Order])
            await team.Opened(team.Petra, reason);
        await team.Opened(team.Adam, LookUpReason.Mail);

        var figures = await Figures(team);
        figures.Select(row => (row.Name, row.Initials, row.Total)).ShouldBe([("Ádám Ártatlan", "ÁÁ", 1), ("Petra Podporová", "PP", 5)]);
        var petra = figures[1];
        (petra.For(LookUpReason.Pin), petra.For(LookUpReason.Code), petra.For(LookUpReason.Call), petra.For(ReportWords.ByKey)).ShouldBe((1, 1, 2, 3));
        ReportWords.Keys(figures[0]).ShouldNotBeNull().ShouldEndWith(" 1");
    }

    [Fact]
    public async Task What_was_refused_and_what_was_wrong_is_counted_too()
    {
        await using var team = await Team.Meet();
        foreach (var what in (string[])["OwnCompanyRefused", "CallerCodeWrong", "CallerCodeWrong", "CallerCodeGuessed", "CallerProven"])
            await team.Happened(team.Adam, what);

        var adam = (await Figures(team)).ShouldHaveSingleItem();
        (adam.Total, adam.OwnCompany, adam.WrongCodes, adam.Stops).ShouldBe((0, 1, 2, 1));
    }

    [Fact]
    public async Task Only_the_period_and_the_chosen_person_count()
    {
        await using var team = await Team.Meet();
        await team.Opened(team.Petra, LookUpReason.Call, daysAgo: 30);
        await team.Opened(team.Petra, LookUpReason.Call, daysAgo: 29);
        await team.Opened(team.Adam, LookUpReason.Call);
        await team.Happened(team.Adam, "CallerCodeWrong", daysAgo: 30);

        (await Figures(team)).Select(row => (row.Total, row.WrongCodes)).ShouldBe([(1, 0), (1, 0)]);
        (await Figures(team, agent: team.Petra)).ShouldHaveSingleItem().AccountId.ShouldBe(team.Petra);
        (await Figures(team, from: "2026-10-11", until: "2026-10-11")).Select(row => (row.Total, row.WrongCodes)).ShouldBe([(0, 1), (1, 0)]);
    }

    [Fact]
    public async Task Whom_time_has_erased_is_counted_without_a_name_and_last()
    {
        await using var team = await Team.Meet();
        await team.Opened(null, LookUpReason.Call);
        await team.Opened(team.Petra, LookUpReason.Call);

        (await Figures(team)).Select(row => (row.Name, row.Initials)).ShouldBe([("Petra Podporová", "PP"), (null, null)]);
    }

    [Fact]
    public async Task Everybody_who_works_in_support_may_be_chosen_auditors_not()
    {
        await using var team = await Team.Meet();
        await team.World.Staff("auditor@example.cz", OperatorRole.Auditor);
        var report = await team.World.Send(new ReadReport.Query(null, null, null), team.Lead, Team.LeadPolicies);
        report.Value.Agents.Select(agent => agent.Name).ShouldBe(["Ádám Ártatlan", "lead@example.cz", "Petra Podporová"]);
    }

    [Fact]
    public async Task Incidents_are_told_one_by_one_the_newest_first()
    {
        await using var team = await Team.Meet();
        await team.Happened(team.Adam, "CallerCodeWrong", daysAgo: 2);
        await team.Happened(team.Petra, "OwnCompanyRefused", daysAgo: 1);
        await team.Happened(team.Petra, "NoteAdded");
        await team.Happened(null, "CallerCodeGuessed", daysAgo: 3);

        var rows = (await Incidents(team)).Rows;
        rows.Select(row => (row.Event, row.Name, row.Customer?.Value))
            .ShouldBe([("OwnCompanyRefused", "Petra Podporová", "1234"), ("CallerCodeWrong", "Ádám Ártatlan", "1234"), ("CallerCodeGuessed", null, "1234")]);
        (await Incidents(team, team.Adam)).Rows.ShouldHaveSingleItem().Event.ShouldBe("CallerCodeWrong");
    }

    [Fact]
    public async Task Many_incidents_come_by_pages_and_a_page_beyond_the_last_is_the_last()
    {
        await using var team = await Team.Meet();
        for (var i = 0; i < 27; i++)
            await team.Happened(team.Adam, "CallerCodeWrong", daysAgo: i);
        var last = await Incidents(team, page: 9);
        (last.Page, last.Pages, last.Total, last.Rows.Count).ShouldBe((2, 2, 27, 2));
    }

    [Fact]
    public async Task A_try_at_the_own_company_stands_in_the_report()
    {
        await using var team = await Team.Meet();
        await team.World.Add(new Member(team.Customer.Id, team.Petra, MemberRole.Reader, team.World.Time.GetUtcNow()));
        await team.World.Send(new OpenCustomer.Command(Guid.NewGuid(), "1234", LookUpReason.Call), team.Petra, Agent.Policies);
        (await Figures(team)).ShouldHaveSingleItem().OwnCompany.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_of_it_is_written_down()
    {
        await using var team = await Team.Meet();
        await team.Opened(team.Petra, LookUpReason.Pin);
        var file = await team.World.Send(new ExportReport.Command("2026-11-01", null, team.Petra), team.Lead, Team.LeadPolicies);
        file.Value.Figures.ShouldHaveSingleItem().Total.ShouldBe(1);
        var entry = await team.World.Db(db => Task.FromResult(db.Audit.Single()));
        (entry.Event, entry.AccountId, entry.SubjectId, entry.Note).ShouldBe(("SupportReportExported", team.Lead, team.Petra, "2026-11-01 to 2026-11-10"));
    }

    [Fact]
    public async Task Agents_and_auditors_read_none_of_it()
    {
        await using var team = await Team.Meet();
        foreach (var policies in (string[][])[Agent.Policies, [Policies.Auditor], []])
        {
            (await team.World.Send(new ReadReport.Query(null, null, null), team.Adam, policies)).IsDone.ShouldBeFalse();
            (await team.World.Send(new ListIncidents.Query(null, null, null, 1), team.Adam, policies)).IsDone.ShouldBeFalse();
            (await team.World.Send(new ExportReport.Command(null, null, null), team.Adam, policies)).IsDone.ShouldBeFalse();
        }
    }

    private static async Task<IReadOnlyList<AgentFigures>> Figures(Team team, Guid? agent = null, string? from = null, string? until = null) =>
        (await team.World.Send(new ReadReport.Query(from, until, agent), team.Lead, Team.LeadPolicies)).Value.Figures;

    private static async Task<Slice<ListIncidents.Row>> Incidents(Team team, Guid? agent = null, int page = 1) =>
        (await team.World.Send(new ListIncidents.Query(null, null, agent, page), team.Lead, Team.LeadPolicies)).Value;
}
