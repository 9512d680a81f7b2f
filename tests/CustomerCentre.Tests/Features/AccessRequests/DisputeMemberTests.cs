using System.Text.RegularExpressions;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Features.AccessRequests;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.AccessRequests;

public sealed partial class DisputeMemberTests
{
    [Fact]
    public async Task Managers_and_contacts_are_mailed_at_a_grant_and_the_newcomer_is_not()
    {
        await using var world = new World();
        await Grant(world);
        (await world.Db(db => db.Outbox.Select(mail => mail.To).ToListAsync())).Select(to => to.Value).ShouldBe(["spravce@example.cz"]);
        (await world.Db(db => db.MailedLinks.SingleAsync())).ShouldSatisfyAllConditions(
            link => link.Purpose.ShouldBe(LinkPurpose.DisputeMember), link => link.ExpiresAt.ShouldBe(world.Time.GetUtcNow() + TimeSpan.FromDays(7)));
    }

    [Fact]
    public async Task Reading_the_link_changes_nothing_and_using_it_removes_the_member_and_tells_the_operator()
    {
        await using var world = new World();
        var (me, token) = await Grant(world);
        var administrator = await world.Account("sprava@vendor.example");
        await world.Add(new StaffMember(administrator, OperatorRole.Administrator, world.Time.GetUtcNow()));
        await world.IdleAdministrator();

        (await world.Send(new ReadDispute.Query { Token = token })).Value.ShouldBe(new ReadDispute.Answer(LinkState.Valid, "jana@example.cz", "Známá s.r.o."));
        (await Members(world, me)).ShouldBe(1);

        (await world.Send(new DisputeMember.Command { Token = token })).Value.ShouldBe(LinkState.Valid);
        (await Members(world, me)).ShouldBe(0);
        (await world.Db(db => db.Outbox.Where(mail => mail.Kind == "MemberDisputed").SingleAsync())).To.Value.ShouldBe("sprava@vendor.example");
        (await world.Db(db => db.Audit.CountAsync(entry => entry.Event == "MemberDisputed"))).ShouldBe(1);
        (await world.Send(new DisputeMember.Command { Token = token })).Value.ShouldBe(LinkState.Used);
    }

    [Fact]
    public async Task Who_was_disputed_is_let_in_again_by_the_operator_alone()
    {
        await using var world = new World();
        var (me, token) = await Grant(world);
        await world.Send(new DisputeMember.Command { Token = token });
        world.Time.Advance(TimeSpan.FromMinutes(1));
        var again = AskForAccessTests.Asking();

        (await world.Send(again, me)).Value.ShouldBe(new AskForAccess.Answer(false, null, again.Id));
        (await Members(world, me)).ShouldBe(0);
        (await world.Send(new ListMyRequests.Query(), me)).Value.Select(row => row.State).ShouldBe([AccessRequestState.Pending, AccessRequestState.Disputed]);

        var decision = new DecideRequest.Command { Id = again.Id, Approve = true, Role = MemberRole.Colleague };
        (await world.Send(decision, await world.Account("sprava@vendor.example"), [Policies.OperatorAdministrator])).IsDone.ShouldBeTrue();
        (await Members(world, me)).ShouldBe(1);
        await world.Db(db => db.Members.Where(member => member.AccountId == me).ExecuteDeleteAsync());
        (await world.Send(AskForAccessTests.Asking(), me)).Value.Granted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_dispute_is_remembered_also_of_a_member_without_a_request()
    {
        await using var world = new World();
        var (me, token) = await Grant(world);
        await world.Db(db => db.AccessRequests.ExecuteDeleteAsync());

        await world.Send(new DisputeMember.Command { Token = token });

        (await world.Send(AskForAccessTests.Asking(), me)).Value.Granted.ShouldBeFalse();
    }

    [Fact]
    public async Task After_seven_days_it_removes_nobody()
    {
        await using var world = new World();
        var (me, token) = await Grant(world);
        world.Time.Advance(TimeSpan.FromDays(7));

        (await world.Send(new DisputeMember.Command { Token = token })).Value.ShouldBe(LinkState.Expired);
        (await Members(world, me)).ShouldBe(1);
        (await world.Send(new DisputeMember.Command { Token = "unknown" })).Outcome.ShouldBe(Outcome.NotFound);
    }

    private static async Task<(Guid Me, string Token)> Grant(World world)
    {
        var manager = await world.Account("spravce@example.cz");
        await world.KnownCompany(contact: "jana@example.cz", members: [(manager, MemberRole.Manager)]);
        var me = await world.Account();
        (await world.Send(AskForAccessTests.Asking(), me)).Value.Granted.ShouldBeTrue();
        var mail = await world.Db(db => db.Outbox.SingleAsync());
        var token = Token().Match(mail.Text!).Groups[1].Value;
        return (me, token);
    }

    [GeneratedRegex("/access-requests/dispute\\?token=([0-9a-f]{64})")]
    private static partial Regex Token();

    private static Task<int> Members(World world, Guid account) => world.Db(db => db.Members.CountAsync(member => member.AccountId == account));
}
