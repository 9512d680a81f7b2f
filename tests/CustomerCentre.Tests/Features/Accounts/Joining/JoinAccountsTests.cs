using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.Joining;
using CustomerCentre.Features.Accounts.Profile;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts.Joining;

public sealed class JoinAccountsTests
{
    [Fact]
    public async Task Either_email_signs_in_to_the_one_account_with_the_one_password()
    {
        await using var world = await JoinWorld.Create();
        await world.Join();

        (await world.SignIn(AccountWorld.Email, AccountWorld.Password)).Value.AccountId.ShouldBe(world.Mine.AccountId);
        (await world.SignIn(JoinWorld.Other, AccountWorld.Password)).Value.AccountId.ShouldBe(world.Mine.AccountId);
        (await world.SignIn(JoinWorld.Other, JoinWorld.OtherPassword)).IsDone.ShouldBeFalse();
        (await world.Accounts.Lives(world.Theirs), await world.Accounts.Lives(world.Mine)).ShouldBe((false, true));
        (await world.Accounts.As(world.Mine, new FindProfile.Query())).Value.OtherEmails.ShouldBe([JoinWorld.Other]);
    }

    [Fact]
    public async Task Companies_requests_and_drafts_come_along_and_the_stronger_role_stays()
    {
        await using var world = await JoinWorld.Create();
        var (mine, theirs, all) = (world.Mine.AccountId, world.Theirs.AccountId, world.Accounts.World);
        await all.KnownCompany("1234", "25313142", members: [(theirs, MemberRole.Manager), (mine, MemberRole.Reader)]);
        await all.KnownCompany("1235", "45274649", members: [(theirs, MemberRole.Colleague)]);
        await all.KnownCompany("1236", "27082440", members: [(theirs, MemberRole.Reader), (mine, MemberRole.Colleague)]);
        await all.Add(new AccessRequest(Guid.NewGuid(), theirs, "1", "2", all.Time.GetUtcNow()), new OnboardingDraft(Guid.NewGuid(), theirs, all.Time.GetUtcNow()));

        var id = await world.Prove();
        var plan = (await world.Read(id)).Value.Plan.ShouldNotBeNull();
        plan.Companies.Select(company => (company.Number, company.Role)).Order().ShouldBe([("1234", MemberRole.Manager), ("1235", MemberRole.Colleague), ("1236", MemberRole.Colleague)]);
        (plan.Email, plan.OtherEmail, plan.Factor).ShouldBe((AccountWorld.Email, JoinWorld.Other, FactorPlan.None));
        (await world.Join(id)).IsDone.ShouldBeTrue();

        var members = await all.Db(db => db.Members.ToListAsync());
        members.ShouldAllBe(member => member.AccountId == mine);
        members.Select(member => member.Role).Order().ShouldBe([MemberRole.Manager, MemberRole.Colleague, MemberRole.Colleague]);
        (await all.Db(db => db.AccessRequests.SingleAsync())).AccountId.ShouldBe(mine);
        (await all.Db(db => db.Drafts.SingleAsync())).AccountId.ShouldBe(mine);
    }

    [Fact]
    public async Task Both_mailboxes_and_both_histories_are_told()
    {
        await using var world = await JoinWorld.Create();
        await world.Join();
        foreach (var email in (string[])[AccountWorld.Email, JoinWorld.Other])
        {
            var letter = (await world.Accounts.Mail(email))[^1];
            letter.Kind.ShouldBe("AccountsJoined");
            letter.Text.ShouldNotBeNull().ShouldContain("platí heslo účtu j…@example.cz");
            letter.Text.ShouldContain("/account/not-me?token=");
        }

        var audit = await world.Accounts.World.Db(db => db.Audit.ToListAsync());
        audit.Single(entry => entry.Event == "AccountsJoined").SubjectId.ShouldBe(world.Mine.AccountId);
        audit.Single(entry => entry.Event == "AccountJoinedInto").SubjectId.ShouldBe(world.Theirs.AccountId);
    }

    [Fact]
    public async Task Nothing_of_the_other_account_is_told_or_done_before_it_is_proven()
    {
        await using var world = await JoinWorld.Create();
        var (id, answer) = await world.Prove(world.Mine, JoinWorld.Other, AccountWorld.Password, "špatné heslo z kopce");
        answer.Errors.Single().Field.ShouldBe(nameof(ProveJoin.Command.OtherPassword));
        (await world.Read(id)).Value.ShouldBe(new(true, null, null));
        (await world.Join(id)).IsDone.ShouldBeFalse();

        var mine = await world.Prove();
        (await world.Accounts.As(world.Theirs, new ReadJoin.Query(mine))).IsDone.ShouldBeFalse();
        (await world.Accounts.As(world.Theirs, new JoinAccounts.Command { Id = mine })).IsDone.ShouldBeFalse();
        (await world.Accounts.Lives(world.Theirs)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_password_changed_after_the_proof_makes_it_worthless()
    {
        await using var world = await JoinWorld.Create();
        var id = await world.Prove();
        (await world.Accounts.As(world.Theirs, new ChangePassword.Command { OldPassword = JoinWorld.OtherPassword, Password = "modrý vlak jede lesem" })).IsDone.ShouldBeTrue();
        (await world.Join(id)).IsDone.ShouldBeFalse();
        (await world.Accounts.Lives(world.Theirs)).ShouldBeTrue();
    }

    [Fact]
    public async Task Sent_twice_it_is_done_once_and_its_time_runs_out()
    {
        await using var world = await JoinWorld.Create();
        var id = await world.Prove();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.Join(id))));
        answers.Count(answer => answer.IsDone).ShouldBe(1);
        (await world.Accounts.Mail(JoinWorld.Other)).Count(mail => mail.Kind == "AccountsJoined").ShouldBe(1);

        await world.Accounts.Account("treti@example.cz");
        var late = (await world.Prove(world.Mine, "treti@example.cz", AccountWorld.Password, AccountWorld.Password)).Id;
        world.Accounts.World.Time.Advance(AccountJoin.Lifetime);
        (await world.Join(late)).IsDone.ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_joins_in_opposite_directions_one_wins(bool atOnce)
    {
        await using var world = await JoinWorld.Create();
        var there = await world.Prove();
        var back = (await world.Prove(world.Theirs, AccountWorld.Email, JoinWorld.OtherPassword, AccountWorld.Password)).Id;
        var turn = () => world.Accounts.As(world.Theirs, new JoinAccounts.Command { Id = back });

        var answers = atOnce ? await Task.WhenAll(Task.Run(() => world.Join(there)), Task.Run(turn)) : [await world.Join(there), await turn()];

        answers.Count(answer => answer.IsDone).ShouldBe(1);
        var accounts = await world.Accounts.World.Db(db => db.Users.ToListAsync());
        accounts.Count(account => account.JoinedIntoId is not null).ShouldBe(1);
    }

    [Fact]
    public async Task A_sign_in_that_is_slower_than_a_join_opens_nothing()
    {
        var rival = new Rival("UPDATE \"Accounts\"");
        await using var world = await JoinWorld.Create(rival);
        rival.Work = (db, token) => db.Users.Where(a => a.Id == world.Theirs.AccountId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, (string?)null).SetProperty(a => a.JoinedIntoId, world.Mine.AccountId), token);

        (await world.SignIn(JoinWorld.Other, JoinWorld.OtherPassword)).IsDone.ShouldBeFalse();

        rival.HasWorked.ShouldBeTrue();
    }

    [Fact]
    public async Task Sign_ins_beside_the_join_leave_no_session_of_the_other_account()
    {
        await using var world = await JoinWorld.Create();
        var id = await world.Prove();
        var joining = Task.Run(() => world.Join(id));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => world.Accounts.SignIn(JoinWorld.Other, JoinWorld.OtherPassword, $"192.0.2.{i + 10}"))));
        (await joining).IsDone.ShouldBeTrue();
        (await world.Accounts.World.Db(db => db.Sessions.CountAsync(s => s.AccountId == world.Theirs.AccountId && s.EndedAt == null))).ShouldBe(0);
    }

    [Fact]
    public async Task Who_has_a_role_of_the_operators_or_a_partners_is_not_joined()
    {
        await using var world = await JoinWorld.Create();
        await world.Accounts.World.Add(new StaffMember(world.Theirs.AccountId, OperatorRole.Agent, world.Accounts.World.Time.GetUtcNow()));
        var id = await world.Prove();
        (await world.Read(id)).Value.Plan.ShouldNotBeNull().Obstacle.ShouldBe(JoinObstacle.HasRole);
        (await world.Join(id)).Errors.Single().Message.ShouldContain("roli u provozovatele");
        (await world.Accounts.Lives(world.Theirs)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_closed_account_is_not_joined()
    {
        await using var world = await JoinWorld.Create();
        var id = await world.Prove();
        await world.Accounts.World.Db(db => db.Users.Where(a => a.Id == world.Theirs.AccountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosedAt, world.Accounts.World.Time.GetUtcNow())));
        (await world.Join(id)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task A_link_to_a_new_password_goes_to_the_mailbox_of_the_one_account()
    {
        await using var world = await JoinWorld.Create();
        await world.Accounts.World.Send(new RequestPasswordReset.Command { Email = JoinWorld.Other });
        var before = await world.Accounts.Token(JoinWorld.Other);
        await world.Join();
        (await world.Accounts.World.Send(new ResetPassword.Command { Token = before, Password = "modrý vlak jede lesem" })).IsDone.ShouldBeFalse();

        await world.Accounts.World.Send(new RequestPasswordReset.Command { Email = JoinWorld.Other });
        (await world.Accounts.Mail())[^1].Kind.ShouldBe("ResetPassword");
        (await world.Accounts.World.Send(new ResetPassword.Command { Token = await world.Accounts.Token(), Password = "modrý vlak jede lesem" })).Value.AccountId.ShouldBe(world.Mine.AccountId);
        (await world.SignIn(JoinWorld.Other, "modrý vlak jede lesem")).Value.AccountId.ShouldBe(world.Mine.AccountId);
    }

    [Theory]
    [InlineData(AccountWorld.Password)]
    [InlineData("špatné heslo z kopce")]
    public async Task A_joined_email_costs_the_same_hashes_as_any_other(string password)
    {
        await using var world = await JoinWorld.Create();
        await world.Join();
        world.Accounts.Hashes.Take();
        await world.SignIn(JoinWorld.Other, password);
        world.Accounts.Hashes.Take().ShouldBe(world.Accounts.SignInWork);
    }

    [Fact]
    public async Task A_chain_of_joins_ends_in_one_account()
    {
        await using var world = await JoinWorld.Create();
        await world.Join();
        var third = await world.Accounts.Account("treti@example.cz");
        var (id, _) = await world.Prove(third, JoinWorld.Other, AccountWorld.Password, AccountWorld.Password);
        (await world.Accounts.As(third, new JoinAccounts.Command { Id = id })).IsDone.ShouldBeTrue();

        foreach (var email in (string[])[AccountWorld.Email, JoinWorld.Other, "treti@example.cz"])
            (await world.SignIn(email, AccountWorld.Password)).Value.AccountId.ShouldBe(third.AccountId);
        (await world.Accounts.As(third, new BeginJoin.Command { Email = JoinWorld.Other })).Errors.Single().Field.ShouldBe(nameof(BeginJoin.Command.Email));
    }
}
