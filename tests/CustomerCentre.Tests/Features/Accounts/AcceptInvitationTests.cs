using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Accounts;

public sealed class AcceptInvitationTests
{
    [Fact]
    public async Task The_invited_person_becomes_a_member_with_the_role_of_the_invitation()
    {
        await using var world = new AccountWorld();
        var token = await Invite(world, AccountWorld.Email);
        var jana = await world.Account();

        (await Accept(world, token, jana.AccountId)).IsDone.ShouldBeTrue();
        (await world.World.Db(db => db.Members.SingleAsync())).ShouldSatisfyAllConditions(
            member => member.AccountId.ShouldBe(jana.AccountId),
            member => member.Role.ShouldBe(MemberRole.Colleague));
    }

    [Fact]
    public async Task Accepted_twice_it_answers_the_same_and_never_brings_back_who_was_removed()
    {
        await using var world = new AccountWorld();
        var token = await Invite(world, AccountWorld.Email);
        var (jana, petr) = (await world.Account(), await world.Account("petr@example.cz"));
        await Accept(world, token, jana.AccountId);

        (await Accept(world, token, jana.AccountId)).IsDone.ShouldBeTrue();
        (await Accept(world, token, petr.AccountId)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.World.Db(db => db.Members.CountAsync())).ShouldBe(1);
        (await world.World.Db(db => db.Audit.CountAsync(entry => entry.Event == "InvitationAccepted"))).ShouldBe(1);

        await world.World.Db(db => db.Members.ExecuteDeleteAsync());
        (await Accept(world, token, jana.AccountId)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.World.Db(db => db.Members.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_forwarded_invitation_is_good_for_nobody_else()
    {
        await using var world = new AccountWorld();
        var token = await Invite(world, AccountWorld.Email);
        var petr = await world.Account("petr@example.cz");

        (await Accept(world, token, petr.AccountId)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.World.Send(new FindInvitation.Query(token), petr.AccountId)).Value.ShouldBe(
            new(LinkCondition.Valid, "Zkušební s.r.o.", AccountWorld.Email, IsSignedIn: true, IsInvited: false));
        (await world.World.Db(db => db.Members.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_visitor_may_read_who_invites_but_not_accept()
    {
        await using var world = new AccountWorld();
        var token = await Invite(world, AccountWorld.Email);
        (await world.World.Send(new FindInvitation.Query(token))).Value.IsSignedIn.ShouldBeFalse();
        (await Accept(world, token, null)).Outcome.ShouldBe(Outcome.Refused);
    }

    private static Task<Result<Nothing>> Accept(AccountWorld world, string token, Guid? account) =>
        world.World.Send(new AcceptInvitation.Command { Token = token }, account);

    private static async Task<string> Invite(AccountWorld world, string email)
    {
        var owner = await world.World.Account("owner@example.cz");
        await using var scope = world.World.Services.CreateAsyncScope();
        var number = await scope.ServiceProvider.GetRequiredService<NumberIssuer>().Next(TestContext.Current.CancellationToken);
        var now = world.World.Time.GetUtcNow();
        var details = new CustomerDetails { Kind = CustomerKind.Company, Country = Country.Czechia, Name = "Zkušební s.r.o." };
        var customer = Customer.Open(Guid.NewGuid(), number, details, RegisterCheck.None, now);
        var invitation = new Invitation(Guid.NewGuid(), customer.Id, EmailAddress.Parse(email), MemberRole.Colleague, owner, now);
        var (link, token) = MailedLink.Create(LinkPurpose.AcceptInvitation, invitation.Id, now.AddDays(30));
        await world.World.Add(customer, invitation, link);
        return token;
    }
}
