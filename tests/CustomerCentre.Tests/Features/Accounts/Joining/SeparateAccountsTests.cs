using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.SingleSignOn;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.Security;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts.Joining;

/// <summary>"It was not me" about a join, said from either mailbox.</summary>
public sealed class SeparateAccountsTests
{
    private const string Fresh = "modrý vlak jede lesem";

    [Theory]
    [InlineData(AccountWorld.Email)]
    [InlineData(JoinWorld.Other)]
    public async Task Either_mailbox_takes_the_accounts_apart_with_what_belongs_to_each(string mailbox)
    {
        await using var world = await JoinWorld.Create();
        var (mine, theirs, all) = (world.Mine.AccountId, world.Theirs.AccountId, world.Accounts.World);
        var shared = await all.KnownCompany("1234", "25313142", members: [(theirs, MemberRole.Manager), (mine, MemberRole.Reader)]);
        var brought = await all.KnownCompany("1235", "45274649", members: [(theirs, MemberRole.Colleague)]);
        var own = await all.KnownCompany("1236", "27082440", members: [(mine, MemberRole.Manager)]);
        await all.Add(new AccessRequest(Guid.NewGuid(), theirs, "1", "2", all.Time.GetUtcNow()));
        await world.Join();

        (await all.Send(new DisownChange.Command { Token = await world.Accounts.Token(mailbox) })).Value.ShouldBe(LinkState.Valid);

        var members = await all.Db(db => db.Members.ToListAsync());
        members.Select(m => (m.CustomerId, m.AccountId, m.Role)).ShouldBe(
            [(shared.Id, mine, MemberRole.Reader), (shared.Id, theirs, MemberRole.Manager), (brought.Id, theirs, MemberRole.Colleague), (own.Id, mine, MemberRole.Manager)], ignoreOrder: true);
        (await all.Db(db => db.AccessRequests.SingleAsync())).AccountId.ShouldBe(theirs);
        (await all.Db(db => db.JoinedRows.CountAsync())).ShouldBe(0);
        (await all.Db(db => db.Users.CountAsync(a => a.JoinedIntoId != null))).ShouldBe(0);
    }

    [Fact]
    public async Task The_owner_of_the_joined_account_gets_it_back_and_not_the_other()
    {
        await using var world = await JoinWorld.Create();
        var key = await world.TurnAppOn(world.Theirs, JoinWorld.OtherPassword);
        world.Accounts.World.Time.Advance(TimeSpan.FromDays(1));
        var id = await world.Prove();
        await world.Accounts.As(world.Mine, new CustomerCentre.Features.Accounts.Joining.PassJoinFactor.Command { Id = id, Code = world.CodeOf(key) });
        (await world.Join(id)).IsDone.ShouldBeTrue();
        world.Accounts.World.Time.Advance(TimeSpan.FromSeconds(30));

        await world.Accounts.World.Send(new DisownChange.Command { Token = await world.Accounts.Token(JoinWorld.Other) });
        var reset = await world.Accounts.World.Send(new ResetPassword.Command { Token = await world.Accounts.Token(JoinWorld.Other), Password = Fresh });

        // Its own second factor is asked for as before the join.
        reset.Value.AccountId.ShouldBe(world.Theirs.AccountId);
        reset.Value.Pending.ShouldNotBeNull().Next.ShouldBe(SignInSteps.SecondFactor);
        (await world.SignIn(JoinWorld.Other, AccountWorld.Password)).IsDone.ShouldBeFalse();
        (await world.Accounts.Lives(world.Mine)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_owner_of_the_account_that_stayed_is_rid_of_a_strangers_factor_and_email()
    {
        await using var world = await JoinWorld.Create();
        var key = await world.TurnAppOn(world.Theirs, JoinWorld.OtherPassword);
        var id = await world.Prove();
        await world.Accounts.As(world.Mine, new CustomerCentre.Features.Accounts.Joining.PassJoinFactor.Command { Id = id, Code = world.CodeOf(key) });
        (await world.Join(id)).IsDone.ShouldBeTrue();

        await world.Accounts.World.Send(new DisownChange.Command { Token = await world.Accounts.Token() });
        (await world.Accounts.World.Send(new ResetPassword.Command { Token = await world.Accounts.Token(), Password = Fresh })).Value.Pending.ShouldBeNull();
        (await world.SignIn(JoinWorld.Other, Fresh)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task Services_know_both_again_by_the_ids_of_before_and_visits_by_the_returned_id_end()
    {
        await using var world = await JoinWorld.Create();
        var (mine, theirs, all) = (world.Mine.AccountId, world.Theirs.AccountId, world.Accounts.World);
        await all.Add(new ServiceSubject(theirs, "eshop", theirs), new ServiceSubject(mine, "mkasa", mine), new ServiceSubject(theirs, "mkasa", theirs));
        await world.Join();
        (await Known(world)).ShouldBe([(mine, "eshop", theirs), (mine, "mkasa", mine), (theirs, "mkasa", theirs)], ignoreOrder: true);
        await all.Add(new ServiceVisit(mine, world.Mine.SessionId, "eshop", all.Time.GetUtcNow(), theirs), new ServiceVisit(mine, world.Mine.SessionId, "mkasa", all.Time.GetUtcNow()));

        await all.Send(new DisownChange.Command { Token = await world.Accounts.Token(JoinWorld.Other) });

        (await Known(world)).ShouldBe([(theirs, "eshop", theirs), (mine, "mkasa", mine), (theirs, "mkasa", theirs)], ignoreOrder: true);
        var visits = await all.Db(db => db.ServiceVisits.ToDictionaryAsync(v => v.ClientId));
        (visits["eshop"].AccountId, visits["eshop"].EndedAt is null, visits["eshop"].DueAt is null).ShouldBe((theirs, false, false));
        (visits["mkasa"].AccountId, visits["mkasa"].EndedAt is null).ShouldBe((mine, true));
    }

    private static async Task<List<(Guid, string, Guid)>> Known(JoinWorld world) =>
        (await world.Accounts.World.Db(db => db.ServiceSubjects.ToListAsync())).ConvertAll(known => (known.AccountId, known.ClientId, known.Subject));
}
