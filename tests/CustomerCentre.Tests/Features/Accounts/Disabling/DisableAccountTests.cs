using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.Disabling;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts.Disabling;

public sealed class DisableAccountTests
{
    private const string Wrong = "špatné heslo z kopce";
    private static readonly string[] Administrator = [Policies.OperatorAdministrator];

    [Fact]
    public async Task Sessions_end_at_once_and_the_person_is_told_by_mail()
    {
        await using var world = new AccountWorld();
        var (person, me) = (await world.Account(), await Me(world));

        (await Disable(world, me, person.AccountId)).IsDone.ShouldBeTrue();
        (await Disable(world, me, person.AccountId)).IsDone.ShouldBeTrue();

        (await world.Lives(person)).ShouldBeFalse();
        (await world.Mail()).Count(mail => mail.Kind == "AccountDisabled").ShouldBe(1);
        (await Read(world, me, person.AccountId)).Reason.ShouldBe("zneužití");
        (await world.World.Db(db => db.Audit.SingleAsync(entry => entry.Event == "AccountDisabled"))).SubjectId.ShouldBe(person.AccountId);
    }

    [Fact]
    public async Task Who_knows_the_password_is_told_and_a_stranger_reads_what_a_wrong_one_reads()
    {
        await using var world = new AccountWorld();
        var person = await world.Account();
        await Disable(world, await Me(world), person.AccountId);

        world.Hashes.Take();
        var told = await world.SignIn();
        world.Hashes.Take().ShouldBe(world.SignInWork);
        var stranger = await world.SignIn(password: Wrong);
        world.Hashes.Take().ShouldBe(world.SignInWork);
        var unknown = await world.SignIn("nikdo@example.cz", Wrong);

        told.Value.Pending.ShouldNotBeNull().Next.ShouldBe(SignInSteps.Enabling);
        told.Value.SessionId.ShouldBe(Guid.Empty);
        stranger.Errors.ShouldBe(unknown.Errors);
        (await world.World.Db(db => db.Sessions.CountAsync(s => s.AccountId == person.AccountId && s.EndedAt == null))).ShouldBe(0);
    }

    [Fact]
    public async Task No_mailed_link_opens_it_neither_one_of_before_nor_a_new_one()
    {
        await using var world = new AccountWorld();
        var person = await world.Account();
        await world.World.Send(new RequestPasswordReset.Command { Email = AccountWorld.Email });
        var before = await world.Token();
        await Disable(world, await Me(world), person.AccountId);

        var first = await world.World.Send(new ResetPassword.Command { Token = before, Password = "modrý vlak jede lesem" });
        first.Value.Pending.ShouldNotBeNull().Next.ShouldBe(SignInSteps.Enabling);
        await world.World.Send(new RequestPasswordReset.Command { Email = AccountWorld.Email });
        var second = await world.World.Send(new ResetPassword.Command { Token = await world.Token(), Password = "zelená lokomotiva v poli" });
        second.Value.Pending.ShouldNotBeNull().Next.ShouldBe(SignInSteps.Enabling);
        (await world.World.Db(db => db.Sessions.CountAsync(s => s.AccountId == person.AccountId && s.EndedAt == null))).ShouldBe(0);
    }

    [Fact]
    public async Task Enabled_again_it_is_signed_in_to_as_before_but_not_by_what_was_pending()
    {
        await using var world = new AccountWorld();
        var (person, me) = (await world.Account(), await Me(world));
        await Disable(world, me, person.AccountId);
        await world.SignIn();
        (await world.World.Send(new EnableAccount.Command { AccountId = person.AccountId }, me, Administrator)).IsDone.ShouldBeTrue();

        (await world.SignIn()).Value.Pending.ShouldBeNull();
        (await world.Mail()).ShouldContain(mail => mail.Kind == "AccountEnabled");
        (await Read(world, me, person.AccountId)).ShouldBe(new(false, null, null));
    }

    [Fact]
    public async Task Nobody_disables_the_own_account_and_nobody_else_than_an_administrator_any()
    {
        await using var world = new AccountWorld();
        var (person, me) = (await world.Account(), await Me(world));
        var agent = await world.World.Staff("podpora@example.cz", OperatorRole.Agent);
        (await Disable(world, me, me)).Outcome.ShouldBe(Outcome.Refused);
        (await world.World.Send(new DisableAccount.Command { AccountId = person.AccountId, Reason = "x" }, agent, [Policies.SupportStaff, Policies.SupportLead])).Outcome.ShouldBe(Outcome.Refused);
        (await world.World.Send(new ReadDisabling.Query(person.AccountId), agent, [Policies.SupportStaff])).Outcome.ShouldBe(Outcome.Refused);
        (await world.Lives(person)).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_two_administrators_who_disable_each_other_one_stays()
    {
        await using var world = new AccountWorld();
        var (me, other) = (await Me(world), await world.World.Staff("druhy@example.cz", OperatorRole.Administrator));
        var answers = await Task.WhenAll(Task.Run(() => Disable(world, me, other)), Task.Run(() => Disable(world, other, me)));
        answers.Count(answer => answer.IsDone).ShouldBe(1);
        (await world.World.Db(db => db.Users.CountAsync(a => a.DisabledAt != null))).ShouldBe(1);
    }

    [Fact]
    public async Task A_sign_in_beside_it_leaves_no_session()
    {
        await using var world = new AccountWorld();
        var (person, me) = (await world.Account(), await Me(world));
        await Task.WhenAll([.. Enumerable.Range(0, 4).Select(i => Task.Run(() => world.SignIn(address: $"192.0.2.{i + 10}"))), Task.Run(() => Disable(world, me, person.AccountId))]);
        (await world.World.Db(db => db.Sessions.CountAsync(s => s.AccountId == person.AccountId && s.EndedAt == null))).ShouldBe(0);
    }

    [Fact]
    public async Task The_page_says_so_to_who_has_proven_the_password_alone()
    {
        await using var portal = new Portal();
        await portal.Account();
        await portal.Db(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, portal.Time.GetUtcNow())));
        using var browser = portal.Browser();
        (await browser.Get("/account/disabled")).Leads.ShouldBe("/account/sign-in");
        (await browser.SignIn("jana@example.cz", Wrong)).Text.ShouldNotContain("zakázal");
        (await browser.SignIn("jana@example.cz")).Leads.ShouldBe("/account/disabled");
        (await browser.Get("/account/disabled")).Text.ShouldContain("provozovatel účet zakázal");
        (await browser.Get("/account/profile")).Leads.ShouldNotBeNull().ShouldContain("/account/sign-in");
    }

    private static Task<Guid> Me(AccountWorld world) => world.World.Staff("spravce@example.cz", OperatorRole.Administrator);

    private static Task<Result<Nothing>> Disable(AccountWorld world, Guid me, Guid whom) =>
        world.World.Send(new DisableAccount.Command { AccountId = whom, Reason = "zneužití" }, me, Administrator);

    private static async Task<ReadDisabling.Answer> Read(AccountWorld world, Guid me, Guid whom) => (await world.World.Send(new ReadDisabling.Query(whom), me, Administrator)).Value;
}
