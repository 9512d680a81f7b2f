using System.Net;
using System.Text.RegularExpressions;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Records;
using CustomerCentre.Features.Administration;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Rules;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Administration;

public sealed partial class AuditTests
{
    [Fact]
    public async Task The_newest_entries_come_first_page_after_page()
    {
        await using var world = new World();
        var me = await world.Staff("auditor@example.cz", OperatorRole.Auditor);
        // Several at one moment: the place where a page ends must tell them apart.
        await world.Add([.. Enumerable.Range(0, ReadAudit.PageSize + 7).Select(n => Entry("SignedIn", world.Time.GetUtcNow().AddMinutes(n / 5), note: $"{n}"))]);

        var first = await Read(world, me, new());
        var second = await Read(world, me, new(Before: first.Next));
        second.Next.ShouldBeNull();
        List<ReadAudit.Row> rows = [.. first.Rows, .. second.Rows];
        rows.Select(row => row.Note).Distinct().Count().ShouldBe(ReadAudit.PageSize + 7);
        rows.Select(row => row.At).ShouldBeInOrder(SortDirection.Descending);
        (await Read(world, me, new(Before: "nonsense-1"))).Rows.Count.ShouldBe(ReadAudit.PageSize);
    }

    [Fact]
    public async Task It_is_filtered_by_event_and_by_the_day_in_Prague()
    {
        await using var world = new World();
        var me = await world.Staff("auditor@example.cz", OperatorRole.Auditor);
        await world.Add(
            Entry("SignedIn", new(2026, 11, 8, 22, 59, 0, TimeSpan.Zero)), Entry("SignedIn", new(2026, 11, 8, 23, 1, 0, TimeSpan.Zero)), Entry("SignedOut", new(2026, 11, 9, 22, 0, 0, TimeSpan.Zero)));

        (await Read(world, me, new(Day: new(2026, 11, 9)))).Rows.Select(row => row.Event).ShouldBe(["SignedOut", "SignedIn"]);
        (await Read(world, me, new(Event: "SignedIn", Day: new(2026, 11, 8)))).Rows.Count.ShouldBe(1);
        (await Read(world, me, new(Event: "Nothing"))).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_operators_people_are_named_and_no_customer_is_told()
    {
        await using var world = new World();
        var (me, customer) = (await world.Staff("auditor@example.cz", OperatorRole.Auditor), await world.Account("jana@example.cz"));
        var (seller, company) = (await world.WorksFor(await world.Partner(), "prodejce@example.cz"), await world.KnownCompany(members: [(customer, MemberRole.Manager)]));
        var at = world.Time.GetUtcNow();
        await world.Add(
            Entry("CompanyEdited", at, customer, company.Id), Entry("CompanyEdited", at.AddMinutes(1), seller, company.Id), Entry("RoleGiven", at.AddMinutes(2), me), Entry("Job", at.AddMinutes(3)),
            new AuditEntry { Id = Guid.CreateVersion7(), At = at.AddMinutes(4), Event = "SignedIn", SubjectId = me });

        var rows = (await Read(world, me, new())).Rows;
        rows.Select(row => (row.Actor, row.Name)).ShouldBe(
            [(AuditActor.Operator, "auditor@example.cz"), (AuditActor.Nobody, null), (AuditActor.Operator, "auditor@example.cz"), (AuditActor.Partner, null), (AuditActor.Customer, null)]);
        rows[^1].Customer.ShouldBe(rows[^2].Customer);
        var mark = rows[^1].Customer.ShouldNotBeNull();
        mark.Length.ShouldBe(8);
        company.Number.Value.ShouldNotContain(mark);
    }

    [Fact]
    public async Task An_auditor_reads_it_on_the_page_and_an_agent_does_not()
    {
        await using var portal = new Portal();
        var auditor = await portal.SignedInAs("auditor@example.cz", OperatorRole.Auditor);
        var agent = await portal.SignedInAs("agent@example.cz", OperatorRole.Agent);
        await portal.Db(db =>
        {
            db.Add(Entry("SomethingNew", portal.Time.GetUtcNow().AddDays(-1)));
            return db.SaveChangesAsync();
        });

        var page = await auditor.Get("/administration/audit?event=SignedIn&day=2026-11-10");
        page.Text.ShouldContain(PeopleTexts.EventSignedIn);
        page.Text.ShouldContain("auditor@example.cz");
        (await auditor.Get("/administration/audit?day=2026-11-09")).Text.ShouldContain("SomethingNew");
        (await auditor.Get("/administration/audit?day=nonsense&before=9-9")).Status.ShouldBe(HttpStatusCode.OK);
        (await agent.Get("/administration/audit")).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(Policies.SupportStaff)]
    [InlineData(Policies.SupportLead)]
    [InlineData(Policies.PartnerManager)]
    public async Task Only_auditors_read_it(string policy)
    {
        await using var world = new World();
        (await world.Send(new ReadAudit.Query(), await world.Account(), [policy])).Outcome.ShouldBe(Outcome.Refused);
    }

    [Fact]
    public void Every_event_that_is_written_has_words()
    {
        var written = Sources.Under("src/CustomerCentre", ".cs").SelectMany(file => Written().Matches(file.Text)).Select(match => match.Groups[1].Value).Distinct().ToList();
        written.ShouldContain("SignedIn");
        written.ShouldContain("PartnerChecksLimited");
        written.Except(EventWords.Events.Keys).ShouldBeEmpty();
    }

    private static async Task<ReadAudit.Answer> Read(World world, Guid me, ReadAudit.Query query) => (await world.Send(query, me, [Policies.Auditor])).Value;

    private static AuditEntry Entry(string what, DateTimeOffset at, Guid? account = null, Guid? customer = null, string? note = null) =>
        new() { Id = Guid.CreateVersion7(at), At = at, Event = what, AccountId = account, CustomerId = customer, Note = note };

    [GeneratedRegex(@"(?:audit|AuditTrail>\(\))\.Add\(\s*(?:\w[\w.( ]*\? )?""(\w+)""")]
    private static partial Regex Written();
}
