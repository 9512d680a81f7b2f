using System.Text.RegularExpressions;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Partners.People;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Partners.People;

public sealed partial class PartnerInvitationTests : IAsyncDisposable
{
    private static readonly string[] Manager = [Policies.PartnerMember, Policies.PartnerManager];
    private static readonly string[] Operator = [Policies.OperatorAdministrator];
    private readonly World world = new();

    [Fact]
    public async Task The_operator_invites_the_first_manager_who_joins_by_the_mailed_link()
    {
        var (partner, me) = (await world.Partner(), await world.Account("spravce@example.cz"));
        (await world.Send(new InvitePartnerManager.Command { Id = Guid.NewGuid(), PartnerId = partner.Id, Email = "Jana@example.cz" }, me, Operator)).IsDone.ShouldBeTrue();
        var (token, jana) = (await NewestToken(), await world.Account());

        (await world.Send(new FindInvitation.Query(token), jana)).Value.ShouldBe(new(LinkCondition.Valid, "Prodejce", "Jana@example.cz", IsSignedIn: true, IsInvited: true, IsToPartner: true));
        (await Accept(token, jana)).IsDone.ShouldBeTrue();
        (await Accept(token, jana)).IsDone.ShouldBeTrue();
        (await world.Db(db => db.PartnerMembers.SingleAsync())).ShouldSatisfyAllConditions(
            member => member.AccountId.ShouldBe(jana), member => member.PartnerId.ShouldBe(partner.Id), member => member.Role.ShouldBe(PartnerRole.Manager));
        (await world.Db(db => db.Audit.Select(entry => entry.Event).ToListAsync())).ShouldBe(["PartnerInvited", "PartnerJoined"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_forwarded_invitation_is_good_for_nobody_else_and_a_removed_person_does_not_come_back_by_it()
    {
        var me = await world.WorksFor(await world.Partner(), "vedouci@example.cz");
        await Invite(me, "jana@example.cz");
        var (token, jana, petr) = (await NewestToken(), await world.Account(), await world.Account("petr@example.cz"));
        (await Accept(token, petr)).Outcome.ShouldBe(Outcome.NotFound);
        (await Accept(token, jana)).IsDone.ShouldBeTrue();
        await world.Send(new RemovePartnerPerson.Command(jana), me, Manager);
        (await Accept(token, jana)).Outcome.ShouldBe(Outcome.NotFound);
    }

    [Fact]
    public async Task Who_works_for_another_partner_hears_it_at_acceptance_only()
    {
        var me = await world.WorksFor(await world.Partner(), "vedouci@example.cz");
        var other = await world.Partner("P2");
        var jana = await world.WorksFor(other, "jana@example.cz");
        (await Invite(me, "jana@example.cz")).IsDone.ShouldBeTrue();
        var token = await NewestToken();

        (await Accept(token, jana)).Errors.Single().Message.ShouldBe(PeopleTexts.WorksElsewhere);
        (await world.Db(db => db.PartnerMembers.SingleAsync(m => m.AccountId == jana))).PartnerId.ShouldBe(other.Id);
        await world.Send(new RemovePartnerPerson.Command(jana), await world.Account("spravce@example.cz"), Operator);
        (await Accept(token, jana)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task An_invitation_lasts_fourteen_days()
    {
        var me = await world.WorksFor(await world.Partner(), "vedouci@example.cz");
        await Invite(me, "jana@example.cz");
        var (token, jana) = (await NewestToken(), await world.Account());
        world.Time.Advance(PartnerInvitation.Lifetime);
        (await Accept(token, jana)).Outcome.ShouldBe(Outcome.NotFound);
        (await Open(me)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_invitation_replaces_the_first_and_a_second_click_adds_none()
    {
        var me = await world.WorksFor(await world.Partner(), "vedouci@example.cz");
        await Invite(me, "jana@example.cz");
        var (old, id) = (await NewestToken(), Guid.NewGuid());
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await Invite(me, "JANA@example.cz", PartnerRole.Manager, id);
        await Invite(me, "JANA@example.cz", PartnerRole.Manager, id);

        (await Open(me)).Single().Role.ShouldBe(PartnerRole.Manager);
        (await world.Db(db => db.Outbox.CountAsync())).ShouldBe(2);
        var jana = await world.Account();
        (await Accept(old, jana)).Outcome.ShouldBe(Outcome.NotFound);
        (await Accept(await NewestToken(), jana)).IsDone.ShouldBeTrue();
        (await Invite(me, "jana@example.cz")).Errors.Single().ShouldBe(new("Email", PeopleTexts.WorksHere));
    }

    [Fact]
    public async Task A_cancelled_invitation_is_over_and_another_partners_is_not_found()
    {
        var (me, stranger) = (await world.WorksFor(await world.Partner(), "vedouci@example.cz"), await world.WorksFor(await world.Partner("P2"), "cizi@example.cz"));
        await Invite(me, "jana@example.cz");
        var (token, jana, id) = (await NewestToken(), await world.Account(), (await Open(me)).Single().Id);

        (await world.Send(new CancelPartnerInvitation.Command(id), stranger, Manager)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(new CancelPartnerInvitation.Command(id), me, Manager)).IsDone.ShouldBeTrue();
        (await Accept(token, jana)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(new FindInvitation.Query(token), jana)).Value.Condition.ShouldBe(LinkCondition.Expired);
    }

    [Fact]
    public async Task Only_so_many_invitations_wait_at_a_time()
    {
        var me = await world.WorksFor(await world.Partner(), "vedouci@example.cz");
        foreach (var n in Enumerable.Range(0, PartnerInvitation.MostOpen))
            (await Invite(me, $"clovek{n}@example.cz")).IsDone.ShouldBeTrue();
        (await Invite(me, "dalsi@example.cz")).Errors.Single().Message.ShouldBe(PeopleTexts.TooManyInvitations);
        (await Open(me)).Count.ShouldBe(PartnerInvitation.MostOpen);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private Task<Result<Nothing>> Invite(Guid me, string email, PartnerRole role = PartnerRole.Colleague, Guid? id = null) =>
        world.Send(new InvitePartnerColleague.Command { Id = id ?? Guid.NewGuid(), Email = email, Role = role }, me, Manager);

    private Task<Result<Nothing>> Accept(string token, Guid account) => world.Send(new AcceptInvitation.Command { Token = token }, account);

    private async Task<IReadOnlyList<OpenInvitation>> Open(Guid me) => (await world.Send(new ListPartnerPeople.Query(1), me, Manager)).Value.People.Open;

    private async Task<string> NewestToken() =>
        TokenPattern().Match((await world.Db(db => db.Outbox.OrderByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id).FirstAsync())).Text!).Groups[1].Value;

    [GeneratedRegex(@"\?token=(\w+)")]
    private static partial Regex TokenPattern();
}
