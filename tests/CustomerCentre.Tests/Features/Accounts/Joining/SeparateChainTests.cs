using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.SingleSignOn;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.Joining;
using CustomerCentre.Features.Accounts.Security;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts.Joining;

/// <summary>"It was not me" after an account was joined into a second one, and that one into a third.</summary>
public sealed class SeparateChainTests : IAsyncLifetime
{
    private const string First = JoinWorld.Other, Second = AccountWorld.Email, Third = "treti@example.cz";
    private const string ThirdPassword = "oranžový drak nad městem";
    private const string Fresh = "modrý vlak jede lesem";

    private JoinWorld world = null!;
    private SignedIn third = null!;
    private string early = null!;

    private (Guid First, Guid Second, Guid Third) Ids => (world.Theirs.AccountId, world.Mine.AccountId, third.AccountId);

    public async ValueTask InitializeAsync()
    {
        world = await JoinWorld.Create();
        third = await world.Accounts.Account(Third, ThirdPassword);
        var (a, b, c) = Ids;
        var all = world.Accounts.World;
        await all.KnownCompany("1234", "25313142", members: [(a, MemberRole.Manager), (b, MemberRole.Reader), (c, MemberRole.Colleague)]);
        await all.KnownCompany("1235", "45274649", members: [(a, MemberRole.Colleague), (c, MemberRole.Reader)]);
        await all.KnownCompany("1236", "27082440", members: [(a, MemberRole.Reader)]);
        await all.KnownCompany("1237", "26168685", members: [(b, MemberRole.Manager), (c, MemberRole.Reader)]);
        await all.Add(
            new AccessRequest(Guid.NewGuid(), a, "1", "2", all.Time.GetUtcNow()), new AccessRequest(Guid.NewGuid(), b, "1", "2", all.Time.GetUtcNow()),
            new ServiceSubject(a, "eshop", a), new ServiceSubject(a, "mkasa", a), new ServiceSubject(c, "mkasa", c), new ServiceSubject(b, "portal", b));
    }

    [Fact]
    public async Task All_that_the_first_had_goes_back_to_it_and_the_second_stays_in_the_third()
    {
        var before = await Belongings();
        await Chain();
        await Disown(First);
        (await Into()).ShouldBe((null, Ids.Third, null));
        (await Belongings()).Where(one => one.Account == Ids.First).ShouldBe(before.Where(one => one.Account == Ids.First), ignoreOrder: true);
        // The third has what the strongest of the two that are left had, and nothing of the first.
        (await Roles(Ids.Third)).ShouldBe([("1234", MemberRole.Colleague), ("1235", MemberRole.Reader), ("1237", MemberRole.Manager)]);
        (await Known(Ids.Third)).ShouldBe([("mkasa", Ids.Third), ("portal", Ids.Second)]);
    }

    [Theory]
    [InlineData(First, Second)]
    [InlineData(Second, First)]
    [InlineData(Third, First)]
    [InlineData(First, Third)]
    public async Task Whoever_says_it_first_all_end_with_what_was_theirs(string one, string other)
    {
        var before = await Belongings();
        await Chain();
        await Disown(one);
        await Disown(other);
        (await Into()).ShouldBe((null, null, null));
        (await Belongings()).ShouldBe(before, ignoreOrder: true);
        (await world.Accounts.World.Db(db => db.JoinedRows.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_second_leaves_the_third_with_the_first_which_it_had_joined_itself()
    {
        await Chain();
        await Disown(Second);
        (await Into()).ShouldBe((Ids.Second, null, null));
        (await Roles(Ids.Second)).ShouldBe([("1234", MemberRole.Manager), ("1235", MemberRole.Colleague), ("1236", MemberRole.Reader), ("1237", MemberRole.Manager)]);
        (await Roles(Ids.Third)).ShouldBe([("1234", MemberRole.Colleague), ("1235", MemberRole.Reader), ("1237", MemberRole.Reader)]);
        (await Known(Ids.Second)).ShouldBe([("eshop", Ids.First), ("mkasa", Ids.First), ("portal", Ids.Second)]);
    }

    [Fact]
    public async Task The_letter_of_the_first_join_rids_the_second_of_the_first_too()
    {
        var before = await Belongings();
        await Chain();
        (await world.Accounts.World.Send(new DisownChange.Command { Token = early })).Value.ShouldBe(LinkState.Valid);
        (await Into()).ShouldBe((null, null, null));
        (await Belongings()).ShouldBe(before, ignoreOrder: true);
    }

    [Theory]
    [InlineData(First)]
    [InlineData(Second)]
    [InlineData(Third)]
    public async Task Nobody_is_locked_out(string mailbox)
    {
        await Chain();
        await Disown(mailbox);
        var reset = await world.Accounts.World.Send(new ResetPassword.Command { Token = await world.Accounts.Token(mailbox), Password = Fresh });
        reset.Value.AccountId.ShouldBe(mailbox == First ? Ids.First : mailbox == Second ? Ids.Second : Ids.Third);
        foreach (var email in new[] { First, Second, Third }.Except([mailbox]))
        {
            await world.Accounts.World.Send(new RequestPasswordReset.Command { Email = email });
            // Who is still part of another account gets the letter in the mailbox of that one.
            var (owner, inbox) = await world.Accounts.World.Db(async db =>
            {
                var account = await db.Users.SingleAsync(a => a.Email == email);
                return await db.Users.Where(a => a.Id == (account.JoinedIntoId ?? account.Id)).Select(a => ValueTuple.Create(a.Id, a.Email!)).SingleAsync();
            });
            (await world.Accounts.World.Send(new ResetPassword.Command { Token = await world.Accounts.Token(inbox), Password = Fresh })).IsDone.ShouldBeTrue(email);
            (await world.SignIn(email, Fresh)).Value.AccountId.ShouldBe(owner, email);
        }
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task Chain()
    {
        await world.Join();
        early = await world.Accounts.Token(Second);
        world.Accounts.World.Time.Advance(TimeSpan.FromDays(1));
        var (id, _) = await world.Prove(third, Second, ThirdPassword, AccountWorld.Password);
        (await world.Accounts.As(third, new JoinAccounts.Command { Id = id })).IsDone.ShouldBeTrue();
        (await Into()).ShouldBe((Ids.Third, Ids.Third, null));
    }

    private async Task Disown(string mailbox) =>
        (await world.Accounts.World.Send(new DisownChange.Command { Token = await world.Accounts.Token(mailbox) })).Value.ShouldBe(LinkState.Valid);

    private async Task<(Guid? First, Guid? Second, Guid? Third)> Into()
    {
        var into = await world.Accounts.World.Db(db => db.Users.ToDictionaryAsync(a => a.Id, a => a.JoinedIntoId));
        return (into[Ids.First], into[Ids.Second], into[Ids.Third]);
    }

    private Task<List<(string Number, MemberRole Role)>> Roles(Guid account) => world.Accounts.World.Db(async db =>
        (await db.Members.Where(m => m.AccountId == account).Select(m => new { db.Customers.Single(c => c.Id == m.CustomerId).Numbers.Single(n => n.IsCurrent).Number, m.Role }).ToListAsync())
            .Select(m => (m.Number.Value, m.Role)).OrderBy(m => m.Value).ToList());

    private Task<List<(string Service, Guid Subject)>> Known(Guid account) => world.Accounts.World.Db(async db =>
        (await db.ServiceSubjects.Where(s => s.AccountId == account).OrderBy(s => s.ClientId).ToListAsync()).ConvertAll(s => (s.ClientId, s.Subject)));

    /// <summary>Memberships, requests and ids at services, each with the account it belongs to.</summary>
    private Task<List<(Guid Account, string What, Guid Which)>> Belongings() => world.Accounts.World.Db(async db =>
    {
        var members = await db.Members.ToListAsync();
        var requests = await db.AccessRequests.ToListAsync();
        var subjects = await db.ServiceSubjects.ToListAsync();
        return (List<(Guid, string, Guid)>)
        [
            .. members.Select(m => (m.AccountId, $"{m.Role}", m.CustomerId)), .. requests.Select(r => (r.AccountId, "request", r.Id)), .. subjects.Select(s => (s.AccountId, s.ClientId, s.Subject)),
        ];
    });
}
