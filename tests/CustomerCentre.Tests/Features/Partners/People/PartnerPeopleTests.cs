using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Features.Partners.People;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Partners.People;

public sealed class PartnerPeopleTests : IAsyncDisposable
{
    private static readonly string[] Manager = [Policies.PartnerMember, Policies.PartnerManager];
    private static readonly string[] Operator = [Policies.OperatorAdministrator];
    private readonly World world = new();

    [Fact]
    public async Task A_manager_sees_the_own_people_alone()
    {
        var (mine, other) = (await world.Partner(), await world.Partner("P2"));
        var (me, stranger) = (await world.WorksFor(mine, "vedouci@example.cz"), await world.WorksFor(other, "cizi@example.cz", PartnerRole.Colleague));
        await world.WorksFor(mine, "kolega@example.cz", PartnerRole.Colleague);

        var answer = (await world.Send(new ListPartnerPeople.Query(1), me, Manager)).Value;
        answer.People.Rows.Select(row => (row.Email, row.Role)).ShouldBe([("kolega@example.cz", PartnerRole.Colleague), ("vedouci@example.cz", PartnerRole.Manager)]);
        foreach (var send in new Func<Task<Outcome>>[]
        {
            async () => (await world.Send(new ReadPartnerPerson.Query(stranger), me, Manager)).Outcome,
            async () => (await world.Send(new ChangePartnerRole.Command(stranger, PartnerRole.Manager), me, Manager)).Outcome,
            async () => (await world.Send(new RemovePartnerPerson.Command(stranger), me, Manager)).Outcome,
            async () => (await world.Send(new SwitchPartnerPersonOn.Command(stranger), me, Manager)).Outcome,
        })
            (await send()).ShouldBe(Outcome.NotFound);
        (await world.Db(db => db.PartnerMembers.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task A_colleague_changes_nobody()
    {
        var partner = await world.Partner();
        var (manager, me) = (await world.WorksFor(partner, "vedouci@example.cz"), await world.WorksFor(partner, "kolega@example.cz", PartnerRole.Colleague));
        (await world.Send(new ListPartnerPeople.Query(1), me, [Policies.PartnerMember])).Outcome.ShouldBe(Outcome.Refused);
        (await world.Send(new RemovePartnerPerson.Command(manager), me, [Policies.PartnerMember])).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(new ChangePartnerRole.Command(me, PartnerRole.Manager), me, [Policies.PartnerMember])).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(new InvitePartnerColleague.Command { Id = Guid.NewGuid(), Email = "x@example.cz", Role = PartnerRole.Manager }, me, [Policies.PartnerMember]))
            .Outcome.ShouldBe(Outcome.Refused);
    }

    [Fact]
    public async Task The_last_manager_stays_until_there_is_another()
    {
        var partner = await world.Partner();
        var (me, colleague) = (await world.WorksFor(partner, "vedouci@example.cz"), await world.WorksFor(partner, "kolega@example.cz", PartnerRole.Colleague));
        (await world.Send(new RemovePartnerPerson.Command(me), me, Manager)).Errors.Single().Message.ShouldBe(PeopleTexts.LastManager);
        (await world.Send(new ChangePartnerRole.Command(me, PartnerRole.Colleague), me, Manager)).Errors.Single().Message.ShouldBe(PeopleTexts.LastManager);
        (await world.Send(new ReadPartnerPerson.Query(me), me, Manager)).Value.IsLastManager.ShouldBeTrue();

        (await world.Send(new ChangePartnerRole.Command(colleague, PartnerRole.Manager), me, Manager)).IsDone.ShouldBeTrue();
        (await world.Send(new RemovePartnerPerson.Command(me), me, Manager)).IsDone.ShouldBeTrue();
        (await world.Db(db => db.PartnerMembers.SingleAsync())).AccountId.ShouldBe(colleague);
        (await world.Db(db => db.Outbox.Select(mail => mail.Kind).ToListAsync())).ShouldBe(["PartnerRoleChanged", "PartnerPersonRemoved"], ignoreOrder: true);
        (await world.Db(db => db.Audit.Select(entry => entry.Event).ToListAsync())).ShouldBe(["PartnerRoleChanged", "PartnerPersonRemoved"], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_was_idle_is_switched_on_by_a_manager_or_the_operator()
    {
        var partner = await world.Partner();
        var (me, colleague) = (await world.WorksFor(partner, "vedouci@example.cz"), await world.WorksFor(partner, "kolega@example.cz", PartnerRole.Colleague));
        world.Time.Advance(TimeSpan.FromDays(StaffMember.IdleDays));
        (await world.Send(new ReadPartnerPerson.Query(colleague), me, Manager)).Value.Person.IsOff.ShouldBeTrue();
        (await world.Send(new SwitchPartnerPersonOn.Command(colleague), me, Manager)).IsDone.ShouldBeTrue();
        (await world.Send(new ReadPartnerPerson.Query(colleague), me, Manager)).Value.Person.IsOff.ShouldBeFalse();

        // A manager who is switched off fulfils no policy, so only somebody else helps.
        (await world.Send(new SwitchPartnerPersonOn.Command(me), me)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(new SwitchPartnerPersonOn.Command(me), await world.Account(), Operator)).IsDone.ShouldBeTrue();
        (await world.Send(new ReadPartnerPerson.Query(me), me, Manager)).Value.Person.IsOff.ShouldBeFalse();
    }

    [Fact]
    public async Task The_operator_finds_partners_and_removes_a_manager_who_left()
    {
        var partner = await world.Partner(name: "Počítače Říha", register: "25313142");
        await world.Partner("P2", "Jiný");
        var (gone, me) = (await world.WorksFor(partner, "vedouci@example.cz"), await world.Account());
        foreach (var search in new[] { "riha", "p1", "2531" })
            (await world.Send(new ListPartners.Query(search, 1), me, Operator)).Value.Rows.Single().ShouldBe(new ListPartners.Row(partner.Id, "P1", "Počítače Říha", "25313142", 1));

        (await world.Send(new RemovePartnerPerson.Command(gone), me, Operator)).IsDone.ShouldBeTrue();
        (await world.Send(new ReadPartner.Query(partner.Id, 1), me, Operator)).Value.People.Total.ShouldBe(0);
        (await world.Send(new ReadPartner.Query(Guid.NewGuid(), 1), me, Operator)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(new ListPartners.Query(null, 1), gone, Manager)).Outcome.ShouldBe(Outcome.Refused);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
