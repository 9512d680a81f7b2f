using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Domain.Records;
using CustomerCentre.Domain.Support;
using CustomerCentre.Features.Companies.History;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Companies.History;

public sealed class ListHistoryTests : IAsyncDisposable
{
    private readonly World world = new();

    private DateTimeOffset Now => world.Time.GetUtcNow();

    [Fact]
    public async Task Three_sources_make_one_list_newest_first()
    {
        var (me, agent) = (await world.Account(), await world.Staff("agent@example.cz", OperatorRole.Agent));
        var (customer, partner) = (await world.KnownCompany(members: [(me, MemberRole.Manager)]), await world.Partner());
        var licence = await world.LicenceAtPartner();
        await world.Add(
            new LookUp(Guid.CreateVersion7(), customer.Id, agent, OperatorRole.Agent, LookUpReason.Pin, Now.AddHours(-2)) { Initials = "PP" },
            Check(customer, partner, Now.AddHours(-3)),
            Entry(customer, "LicenceRegistered", Now.AddHours(-1), me, licence.Id), Entry(customer, "CompanyEdited", Now.AddHours(-4), agent), Entry(customer, "SignedIn", Now, me));

        var answer = await Read(me);
        answer.Rows.ShouldBe(
        [
            new(Now.AddHours(-1), Deed: new("LicenceRegistered", "POHODA Jazz", HistoryActor.Me, "jana@example.cz")),
            new(Now.AddHours(-2), LookUp: new(OperatorRole.Agent, "PP", LookUpReason.Pin)),
            new(Now.AddHours(-3), Check: new("Prodejce", CheckPurpose.Offer, CheckChannel.Batch)),
            new(Now.AddHours(-4), Deed: new("CompanyEdited", null, HistoryActor.Operator, null)),
        ]);
    }

    [Theory]
    [InlineData(MemberRole.Colleague)]
    [InlineData(MemberRole.Reader)]
    public async Task Who_looked_is_told_to_managers_only(MemberRole role)
    {
        var me = await world.Account();
        var (customer, partner) = (await world.KnownCompany(members: [(me, role)]), await world.Partner());
        await world.Add(
            new LookUp(Guid.CreateVersion7(), customer.Id, null, OperatorRole.Agent, LookUpReason.Call, Now), Check(customer, partner, Now),
            Entry(customer, "PersonalDataShown", Now), Entry(customer, "AccountCaseOpened", Now, subject: me), Entry(customer, "CompanyEdited", Now));
        (await Read(me)).Rows.Select(row => row.Deed?.Event).ShouldBe(["CompanyEdited"]);
    }

    [Fact]
    public async Task Managers_learn_of_a_case_about_a_member_by_role_and_initials_of_the_employee()
    {
        var (me, jana, agent, other) = (await world.Account("ja@example.cz"), await world.Account(), await world.Staff("agent@example.cz", OperatorRole.Agent), await world.Staff("b@example.cz", OperatorRole.Lead));
        var customer = await world.KnownCompany(members: [(me, MemberRole.Manager), (jana, MemberRole.Colleague)]);
        await world.Add(
            new LookUp(Guid.CreateVersion7(), customer.Id, agent, OperatorRole.Agent, LookUpReason.Pin, Now.AddMinutes(-5)) { Initials = "PP" },
            new LookUp(Guid.CreateVersion7(), customer.Id, other, OperatorRole.Lead, LookUpReason.Call, Now.AddMinutes(-1)) { Initials = "VV" },
            Entry(customer, "AccountCaseOpened", Now, agent, jana),
            // So old that people are erased from the look-ups, but not yet from the audit.
            Entry(customer, "AccountCaseOpened", Now.AddYears(-3), agent, jana));

        var rows = (await Read(me)).Rows;
        rows[0].Deed.ShouldBe(new("AccountCaseOpened", "jana@example.cz", HistoryActor.Operator, null, new(OperatorRole.Agent, "PP", LookUpReason.Pin)));
        rows[^1].Deed.ShouldBe(new("AccountCaseOpened", "jana@example.cz", HistoryActor.Operator, null));
        HistoryWords.Who(rows[0]).ShouldBe($"{RoleWords.Of(OperatorRole.Agent)}, PP");
        HistoryWords.Who(rows[^1]).ShouldBe(CompanyTrustTexts.OfOperator);
    }

    [Fact]
    public async Task Who_joined_is_named_while_a_member()
    {
        var (me, jana, gone) = (await world.Account("ja@example.cz"), await world.Account(), await world.Account("byvaly@example.cz"));
        var customer = await world.KnownCompany(members: [(me, MemberRole.Manager), (jana, MemberRole.Colleague)]);
        var request = new AccessRequest(Guid.CreateVersion7(), jana, "1234", "25313142", Now) { CustomerId = customer.Id };
        await world.Add(request, Entry(customer, "AccessGranted", Now, me, request.Id), Entry(customer, "CompanyEdited", Now.AddMinutes(-1), gone));
        var rows = (await Read(me)).Rows;
        rows[0].Deed.ShouldBe(new("AccessGranted", "jana@example.cz", HistoryActor.Me, "ja@example.cz"));
        rows[1].Deed.ShouldBe(new("CompanyEdited", null, HistoryActor.Other, null));
    }

    [Fact]
    public async Task It_comes_in_pages_and_to_members_alone()
    {
        var me = await world.Account();
        var (customer, other) = (await world.KnownCompany(members: [(me, MemberRole.Manager)]), await world.KnownConsumer());
        await world.Add([.. Enumerable.Range(0, ListHistory.PageSize + 1).Select(n => Entry(customer, "CompanyEdited", Now.AddMinutes(n))), Entry(other, "CompanyEdited", Now)]);
        var last = await Read(me, page: 9);
        (last.Page, last.Pages, last.Rows.Count, last.Total).ShouldBe((2, 2, 1, ListHistory.PageSize + 1));
        (await world.Send(new ListHistory.Query("1234", 1), await world.Account("cizi@example.cz"))).Outcome.ShouldBe(Outcome.NotFound);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<ListHistory.Answer> Read(Guid me, int page = 1) => (await world.Send(new ListHistory.Query("1234", page), me)).Value;

    private static PartnerCheck Check(Customer customer, Partner partner, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(at), CustomerId = customer.Id, PartnerId = partner.Id, Channel = CheckChannel.Batch, Purpose = CheckPurpose.Offer, At = at };

    private static AuditEntry Entry(Customer customer, string what, DateTimeOffset at, Guid? account = null, Guid? subject = null) =>
        new() { Id = Guid.CreateVersion7(at), At = at, Event = what, CustomerId = customer.Id, AccountId = account, SubjectId = subject };
}
