using System.Text.RegularExpressions;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Features.Accounts.Joining;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Features.Accounts.OldPasswords;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts.Joining;

public sealed partial class JoinOldAccountsTests
{
    private const string Other = "druha@example.cz";

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Each_of_the_two_is_proven_by_its_password_or_by_its_code(bool ownCode, bool otherCode)
    {
        await using var world = new AccountWorld();
        var (me, join) = await Begin(world);
        var own = ownCode ? await Code(world, AccountWorld.Email) : AccountWorld.Password;

        (await Join(world, me, join, own, otherCode ? await Code(world, Other) : OldWorld.Centre)).IsDone.ShouldBeTrue();

        (await world.Waiting()).ShouldBeEmpty();
        (await world.World.Db(db => db.JoinedServices.SingleAsync())).AccountId.ShouldBe(me);
        (await world.SignIn()).Value.AccountId.ShouldBe(me);
        (await world.SignIn(Other, OldWorld.Centre)).IsDone.ShouldBeFalse();
        (await world.Mail(Other)).Last().Kind.ShouldBe("OldAccountJoined");
    }

    [Fact]
    public async Task Memberships_and_contacts_of_the_old_account_come_along_and_the_stronger_role_stays()
    {
        await using var world = new AccountWorld();
        var imported = await world.World.Account(Other);
        var (me, join) = await Begin(world);
        await world.World.KnownCompany("1234", "25313142", members: [(imported, MemberRole.Manager), (me, MemberRole.Reader)]);
        await world.World.KnownCompany("1235", "45274649", members: [(imported, MemberRole.Colleague)]);
        await world.World.KnownCompany("1236", "27082440", contact: Other);

        (await Join(world, me, join, AccountWorld.Password, OldWorld.Centre)).IsDone.ShouldBeTrue();

        var members = await world.World.Db(db => db.Members.OrderBy(member => member.Role).ToListAsync());
        members.ShouldAllBe(member => member.AccountId == me);
        members.Select(member => member.Role).ShouldBe([MemberRole.Manager, MemberRole.Manager, MemberRole.Colleague]);
    }

    [Theory]
    [InlineData("špatné heslo z kopce", OldWorld.Centre)]
    [InlineData(AccountWorld.Password, "špatné heslo z kopce")]
    public async Task One_proof_is_not_enough(string own, string other)
    {
        await using var world = new AccountWorld();
        var (me, join) = await Begin(world);
        (await Join(world, me, join, own, other)).IsDone.ShouldBeFalse();
        (await world.Waiting()).ShouldBe(["centre"]);
    }

    [Fact]
    public async Task A_password_whose_service_never_confirmed_the_email_proves_nothing()
    {
        await using var world = new AccountWorld();
        var (me, join) = await Begin(world);
        await world.Old("mpohoda", OldWorld.Sync, isConfirmed: false, email: Other);
        (await Join(world, me, join, AccountWorld.Password, OldWorld.Sync)).Errors.Single().Message.ShouldContain("neověřila");
        (await world.Waiting()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Somebody_elses_join_is_not_there()
    {
        await using var world = new AccountWorld();
        var (_, join) = await Begin(world);
        var stranger = (await world.Account("cizi@example.cz")).AccountId;
        (await Join(world, stranger, join, AccountWorld.Password, OldWorld.Centre)).IsDone.ShouldBeFalse();
        (await world.Waiting()).ShouldBe(["centre"]);
    }

    [Fact]
    public async Task Guesses_at_once_are_no_more_than_five_and_time_runs_out()
    {
        await using var world = new AccountWorld();
        var (me, join) = await Begin(world);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => Join(world, me, join, AccountWorld.Password, "000000"))));
        answers.Count(answer => answer.Errors.Single().Field.Length > 0).ShouldBeLessThanOrEqualTo(AccountJoin.MostTries);
        (await Join(world, me, join, AccountWorld.Password, OldWorld.Centre)).IsDone.ShouldBeFalse();

        var again = (await world.World.Send(new BeginJoin.Command { Email = Other }, me)).Value;
        world.World.Time.Advance(AccountJoin.Lifetime);
        (await Join(world, me, again, AccountWorld.Password, OldWorld.Centre)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task An_unknown_email_reads_like_an_old_one()
    {
        await using var world = new AccountWorld();
        var me = (await world.Account()).AccountId;
        var join = (await world.World.Send(new BeginJoin.Command { Email = Other }, me)).Value;
        (await world.Mail(Other)).ShouldBeEmpty();
        (await Join(world, me, join, AccountWorld.Password, "špatné heslo z kopce")).Errors.Single().Message.ShouldContain("nesouhlasí");
        (await world.World.Send(new BeginJoin.Command { Email = AccountWorld.Email }, me)).Errors.Single().Field.ShouldBe(nameof(BeginJoin.Command.Email));
    }

    private static async Task<(Guid Me, Guid Join)> Begin(AccountWorld world)
    {
        var me = (await world.Account()).AccountId;
        await world.Old("centre", OldWorld.Centre, email: Other);
        return (me, (await world.World.Send(new BeginJoin.Command { Email = Other }, me, [Policies.InPerson])).Value);
    }

    private static Task<Result<ProveJoin.Answer>> Join(AccountWorld world, Guid me, Guid join, string own, string other) =>
        world.World.Send(new ProveJoin.Command { Id = join, OwnPassword = own, OtherPassword = other }, me, [Policies.InPerson]);

    private static async Task<string> Code(AccountWorld world, string email) =>
        (await world.Mail(email)).Where(mail => mail.Kind == "JoinCode").Select(mail => CodePattern().Match(mail.Text!).Value).Last();

    [GeneratedRegex(@"\b\d{3} \d{3}\b(?=\.)")]
    private static partial Regex CodePattern();
}
