using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Administration;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Administration;

public sealed class StaffTests : IAsyncDisposable
{
    private readonly World world = new();

    [Fact]
    public async Task A_role_is_given_by_e_mail_and_the_person_hears_of_it()
    {
        var (me, jana) = (await world.Staff("spravce@example.cz", OperatorRole.Administrator), await world.Account());
        (await Give(me, " JANA@example.cz", OperatorRole.Agent)).IsDone.ShouldBeTrue();

        (await world.Db(db => db.StaffMembers.SingleAsync(staff => staff.AccountId == jana))).Role.ShouldBe(OperatorRole.Agent);
        var entry = await world.Db(db => db.Audit.SingleAsync());
        (entry.Event, entry.AccountId, entry.SubjectId, entry.Note).ShouldBe(("RoleGiven", me, jana, "Agent"));
        var mail = await world.Db(db => db.Outbox.SingleAsync());
        (mail.To.Value, mail.Kind).ShouldBe(("jana@example.cz", "RoleGiven"));
        (await Give(me, "jana@example.cz", OperatorRole.Agent)).Errors.Single().ShouldBe(new("Role", PeopleTexts.RoleHeld));
    }

    [Fact]
    public async Task Who_has_no_confirmed_account_is_asked_to_sign_up_first()
    {
        var (me, jana) = (await world.Staff("spravce@example.cz", OperatorRole.Administrator), await world.Account());
        await world.Db(db => db.Users.Where(a => a.Id == jana).ExecuteUpdateAsync(set => set.SetProperty(a => a.EmailConfirmed, false)));

        foreach (var email in new[] { "jana@example.cz", "nikdo@example.cz" })
            (await Give(me, email, OperatorRole.Agent)).Errors.Single().ShouldBe(new("Email", PeopleTexts.NoAccount));
        (await world.Db(db => db.StaffMembers.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_changes_roles_of_his_own()
    {
        var me = await world.Staff("spravce@example.cz", OperatorRole.Administrator);
        await world.Add(new StaffMember(me, OperatorRole.Agent, world.Time.GetUtcNow().AddDays(-200)));

        (await Give(me, "spravce@example.cz", OperatorRole.Auditor)).Errors.Single().ShouldBe(new("Email", PeopleTexts.NotYourself));
        (await Take(me, me, OperatorRole.Administrator)).Outcome.ShouldBe(Outcome.Refused);
        (await SwitchOn(me, me, OperatorRole.Agent)).Outcome.ShouldBe(Outcome.Refused);
        (await world.Db(db => db.StaffMembers.CountAsync())).ShouldBe(2);
        (await world.Db(db => db.StaffMembers.SingleAsync(s => s.Role == OperatorRole.Agent))).IsOffAt(world.Time.GetUtcNow()).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_administrators_who_remove_each_other_one_stays()
    {
        var (first, second) = (await world.Staff("prvni@example.cz", OperatorRole.Administrator), await world.Staff("druhy@example.cz", OperatorRole.Administrator));
        var answers = await Task.WhenAll(Take(first, second, OperatorRole.Administrator), Take(second, first, OperatorRole.Administrator));

        answers.Select(answer => answer.Outcome).ShouldBe([Outcome.Done, Outcome.Refused], ignoreOrder: true);
        (await world.Db(db => db.StaffMembers.CountAsync(staff => staff.Role == OperatorRole.Administrator))).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_idle_role_is_switched_on_again_also_by_giving_it(bool byGiving)
    {
        var (me, agent) = (await world.Staff("spravce@example.cz", OperatorRole.Administrator), await world.Staff("agent@example.cz", OperatorRole.Agent));
        world.Time.Advance(TimeSpan.FromDays(StaffMember.IdleDays));
        (await List(me)).Rows.Single(row => row.Id == agent).Roles.Single().IsOff.ShouldBeTrue();

        var answer = byGiving ? await Give(me, "agent@example.cz", OperatorRole.Agent) : await SwitchOn(me, agent, OperatorRole.Agent);
        answer.IsDone.ShouldBeTrue();
        (await List(me)).Rows.Single(row => row.Id == agent).Roles.Single().IsOff.ShouldBeFalse();
        (await world.Db(db => db.Audit.SingleAsync())).Event.ShouldBe("RoleSwitchedOn");
        (await world.Db(db => db.Outbox.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_role_is_taken_away_and_the_person_hears_of_it()
    {
        var (me, agent) = (await world.Staff("spravce@example.cz", OperatorRole.Administrator), await world.Staff("agent@example.cz", OperatorRole.Agent));
        (await Take(me, agent, OperatorRole.Lead)).Outcome.ShouldBe(Outcome.NotFound);
        (await Take(me, agent, OperatorRole.Agent)).IsDone.ShouldBeTrue();
        (await world.Db(db => db.Outbox.SingleAsync())).Kind.ShouldBe("RoleTaken");
        (await world.Send(new ReadStaffMember.Query(agent), me, [Policies.OperatorAdministrator])).Outcome.ShouldBe(Outcome.NotFound);
    }

    [Fact]
    public async Task People_are_found_by_a_part_of_name_or_e_mail_without_accents()
    {
        var (me, agent) = (await world.Staff("spravce@example.cz", OperatorRole.Administrator), await world.Staff("agent@example.cz", OperatorRole.Agent));
        await world.Account("zakaznik@example.cz");
        await world.Db(db => db.Users.Where(a => a.Id == agent).ExecuteUpdateAsync(set => set.SetProperty(a => a.Name, "Žofie Říhová")));

        foreach (var search in new[] { "rihova", "AGENT@" })
            (await List(me, search)).Rows.Single().Id.ShouldBe(agent);
        (await List(me, "zakaznik")).Found.ShouldBe(0);
        (await List(me)).Total.ShouldBe(2);
    }

    [Theory]
    [InlineData(Policies.SupportLead)]
    [InlineData(Policies.Auditor)]
    [InlineData(Policies.PartnerManager)]
    public async Task Only_operator_administrators_give_and_take_roles(string policy)
    {
        var me = await world.Account("spravce@example.cz");
        (await world.Send(new ListStaff.Query(null, 1), me, [policy])).Outcome.ShouldBe(Outcome.Refused);
        (await world.Send(new GiveRole.Command { Email = "jana@example.cz", Role = OperatorRole.Agent }, me, [policy])).Outcome.ShouldBe(Outcome.Refused);
        (await world.Send(new ChangeRole.Command(Guid.NewGuid(), OperatorRole.Agent, RoleChange.Take), me, [policy])).Outcome.ShouldBe(Outcome.Refused);
        (await world.Send(new ChangeRole.Command(Guid.NewGuid(), OperatorRole.Agent, RoleChange.SwitchOn), me, [policy])).Outcome.ShouldBe(Outcome.Refused);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<ListStaff.Answer> List(Guid me, string? search = null) => (await world.Send(new ListStaff.Query(search, 1), me, [Policies.OperatorAdministrator])).Value;

    private Task<Result<Nothing>> Give(Guid me, string email, OperatorRole role) =>
        world.Send(new GiveRole.Command { Email = email, Role = role }, me, [Policies.OperatorAdministrator]);

    private Task<Result<Nothing>> Take(Guid me, Guid account, OperatorRole role) => world.Send(new ChangeRole.Command(account, role, RoleChange.Take), me, [Policies.OperatorAdministrator]);

    private Task<Result<Nothing>> SwitchOn(Guid me, Guid account, OperatorRole role) => world.Send(new ChangeRole.Command(account, role, RoleChange.SwitchOn), me, [Policies.OperatorAdministrator]);
}
