using System.Text.RegularExpressions;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Support;
using CustomerCentre.Features.Accounts.Cases;
using CustomerCentre.Features.Accounts.Security;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Features.Support.Calls;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts.Cases;

public sealed partial class AccountCaseTests
{
    private const string Old = "jana@example.cz";
    private const string New = "nova@example.cz";

    [Fact]
    public async Task Only_a_caller_proven_by_pin_or_code_opens_a_case()
    {
        await using var world = await CallWorld.Begin();
        (await Open(world)).Outcome.ShouldBe(Outcome.NotFound);
        await world.Open();
        (await Open(world)).Errors.Single().Message.ShouldContain("ověřte volajícího");
        (await world.Prove(await world.Pin())).IsDone.ShouldBeTrue();

        (await Open(world)).IsDone.ShouldBeTrue();

        (await world.Mail(Old)).ShouldContain(mail => mail.Kind == "CaseOpened");
        (await State(world)).ShouldBe(AccountCaseState.Waiting);
        (await world.AsAgent(new ReadCase.Query(CallWorld.Number, world.Member))).Value.Last.ShouldNotBeNull().State.ShouldBe(AccountCaseState.Waiting);
    }

    [Fact]
    public async Task The_email_changes_after_four_eyes_three_days_and_the_link_in_the_new_mailbox()
    {
        await using var world = await CallWorld.Begin();
        await world.World.Db(db => db.Users.Where(a => a.Id == world.Member).ExecuteUpdateAsync(set => set.SetProperty(a => a.TwoFactorEnabled, true)));
        await world.World.Add(new Session(world.Member, "192.0.2.1", "", world.World.Time.GetUtcNow()));
        var lead = await Approved(world);
        lead.ShouldNotBe(world.Agent);
        var link = await Token(world, New, "FinishCase");

        (await Finish(world, link)).IsDone.ShouldBeFalse();
        world.World.Time.Advance(AccountCase.Waits - TimeSpan.FromSeconds(1));
        (await Finish(world, link)).IsDone.ShouldBeFalse();
        (await Email(world)).ShouldBe(Old);
        world.World.Time.Advance(TimeSpan.FromSeconds(1));
        (await Finish(world, link)).IsDone.ShouldBeTrue();

        var account = await world.World.Db(db => db.Users.SingleAsync(a => a.Id == world.Member));
        (account.Email, account.TwoFactorEnabled).ShouldBe((New, true));
        (await State(world)).ShouldBe(AccountCaseState.Done);
        (await world.World.Db(db => db.Sessions.CountAsync(s => s.AccountId == world.Member && s.EndedAt == null))).ShouldBe(0);
        (await Finish(world, link)).IsDone.ShouldBeFalse();
        (await world.Events()).ShouldBe(["AccountCaseOpened", "AccountCaseApproved", "EmailChanged", "AccountCaseDone"], ignoreOrder: true);
        // Who reads the old mailbox after all takes the account back.
        (await world.World.Send(new DisownChange.Command { Token = await Token(world, Old, "EmailChanged") })).Value.ShouldBe(LinkState.Valid);
        (await Email(world)).ShouldBe(Old);
    }

    [Theory]
    [InlineData("CaseOpened")]
    [InlineData("CaseApproved")]
    public async Task The_accounts_mailbox_stops_it_before_and_after_the_approval(string letter)
    {
        await using var world = await CallWorld.Begin();
        await Opened(world);
        var early = await Token(world, Old, "CaseOpened");
        var lead = await Lead(world);
        if (letter == "CaseApproved")
            (await Decide(world, lead, true)).IsDone.ShouldBeTrue();
        var stop = letter == "CaseOpened" ? early : await Token(world, Old, letter);

        (await world.World.Send(new StopCase.Command { Token = stop })).IsDone.ShouldBeTrue();

        (await State(world)).ShouldBe(AccountCaseState.Stopped);
        (await Decide(world, lead, true)).IsDone.ShouldBeFalse();
        world.World.Time.Advance(AccountCase.Waits);
        if (letter == "CaseApproved")
            (await Finish(world, await Token(world, New, "FinishCase"))).IsDone.ShouldBeFalse();
        (await Email(world)).ShouldBe(Old);
    }

    [Fact]
    public async Task Who_opened_it_does_not_approve_it_and_an_agent_approves_nothing()
    {
        await using var world = await CallWorld.Begin();
        await Opened(world);
        (await Decide(world, world.Agent, true)).Errors.Single().Message.ShouldContain("někdo jiný");
        var id = await Id(world);
        var other = await world.Staff("druhy@example.cz", "Druhý Agent", OperatorRole.Agent);
        (await world.AsAgent(new DecideCase.Command(id, true), other)).Outcome.ShouldBe(Outcome.Refused);
        (await State(world)).ShouldBe(AccountCaseState.Waiting);
        (await world.AsLead(new ListCases.Query(), await Lead(world))).Value.Single().IsMine.ShouldBeFalse();
    }

    [Fact]
    public async Task A_stop_and_a_finish_at_once_are_one_of_both()
    {
        await using var world = await CallWorld.Begin();
        await Approved(world);
        var (stop, finish) = (await Token(world, Old, "CaseApproved"), await Token(world, New, "FinishCase"));
        world.World.Time.Advance(AccountCase.Waits);
        var answers = await Task.WhenAll(Task.Run(() => world.World.Send(new StopCase.Command { Token = stop })), Task.Run(() => Finish(world, finish)));
        answers.Count(answer => answer.IsDone).ShouldBe(1);
        (await Email(world)).ShouldBe(await State(world) == AccountCaseState.Done ? New : Old);
    }

    [Fact]
    public async Task One_is_open_at_a_time_and_one_that_nobody_approved_expires()
    {
        await using var world = await CallWorld.Begin();
        await Opened(world);
        (await Open(world)).Errors.Single().Message.ShouldContain("už jeden případ běží");
        world.World.Time.Advance(AccountCase.Lives);
        (await State(world)).ShouldBe(AccountCaseState.Expired);
        (await Decide(world, await Lead(world), true)).IsDone.ShouldBeFalse();
        (await world.Prove(await world.Pin())).IsDone.ShouldBeTrue();
        (await Open(world)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_link_nobody_uses_expires()
    {
        await using var world = await CallWorld.Begin();
        await Approved(world);
        world.World.Time.Advance(AccountCase.Waits + AccountCase.Lives);
        (await Finish(world, await Token(world, New, "FinishCase"))).IsDone.ShouldBeFalse();
        (await State(world)).ShouldBe(AccountCaseState.Expired);
    }

    [Fact]
    public async Task An_email_of_another_account_is_told_to_its_mailbox_alone_and_never_taken()
    {
        await using var world = await CallWorld.Begin();
        await world.World.Account(New);
        await Approved(world);
        (await world.Mail(New)).Select(mail => mail.Kind).ShouldBe(["EmailTaken"]);
        (await Email(world)).ShouldBe(Old);
    }

    [Fact]
    public async Task A_lost_second_factor_goes_the_same_way_through_the_accounts_own_mailbox()
    {
        await using var world = await CallWorld.Begin();
        await world.Open(LookUpReason.Pin);
        (await Open(world, AccountCaseKind.FactorOff)).Errors.Single().Message.ShouldContain("nemá");
        var factor = new SecondFactor(world.Member);
        factor.TurnAppOn("key", 1, world.World.Time.GetUtcNow());
        await world.World.Add(factor, RecoveryCode.Create(world.Member).Code);
        await world.World.Db(db => db.Users.Where(a => a.Id == world.Member).ExecuteUpdateAsync(set => set.SetProperty(a => a.TwoFactorEnabled, true)));
        (await Open(world, AccountCaseKind.FactorOff)).IsDone.ShouldBeTrue();
        (await Decide(world, await Lead(world), true)).IsDone.ShouldBeTrue();
        var link = await Token(world, Old, "FinishCase");
        (await Finish(world, link)).IsDone.ShouldBeFalse();
        world.World.Time.Advance(AccountCase.Waits);

        (await Finish(world, link)).IsDone.ShouldBeTrue();

        (await world.World.Db(db => db.Users.SingleAsync(a => a.Id == world.Member))).TwoFactorEnabled.ShouldBeFalse();
        (await world.World.Db(db => db.SecondFactors.SingleAsync())).IsOn.ShouldBeFalse();
        (await world.World.Db(db => db.RecoveryCodes.CountAsync())).ShouldBe(0);
        (await world.Mail(Old)).ShouldContain(mail => mail.Kind == "SecondFactorOff" && mail.Text!.Contains("/account/not-me?token=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_operators_own_people_are_not_helped_so()
    {
        await using var world = await CallWorld.Begin();
        await world.World.Add(new StaffMember(world.Member, OperatorRole.Auditor, world.World.Time.GetUtcNow()));
        await world.Open(LookUpReason.Code);
        (await Open(world)).Errors.Single().Message.ShouldContain("správce");
    }

    private static Task<Result<Nothing>> Open(CallWorld world, AccountCaseKind kind = AccountCaseKind.NewEmail) => world.AsAgent(
        new OpenCase.Command { CustomerNumber = CallWorld.Number, AccountId = world.Member, Kind = kind, Email = kind == AccountCaseKind.NewEmail ? New : "", Reason = "Firma změnila doménu." });

    private static async Task Opened(CallWorld world)
    {
        await world.Open(LookUpReason.Code);
        (await Open(world)).IsDone.ShouldBeTrue();
    }

    private static async Task<Guid> Approved(CallWorld world)
    {
        await Opened(world);
        var lead = await Lead(world);
        (await Decide(world, lead, true)).IsDone.ShouldBeTrue();
        return lead;
    }

    private static Task<Guid> Lead(CallWorld world) => world.Staff($"{Guid.NewGuid():n}@example.cz", "Vedoucí", OperatorRole.Lead);

    private static async Task<Result<Nothing>> Decide(CallWorld world, Guid lead, bool approves) => await world.AsLead(new DecideCase.Command(await Id(world), approves), lead);

    private static Task<Result<Nothing>> Finish(CallWorld world, string token) => world.World.Send(new FinishCase.Command { Token = token });

    private static Task<Guid> Id(CallWorld world) => world.World.Db(db => db.AccountCases.Select(c => c.Id).SingleAsync());

    private static async Task<AccountCaseState> State(CallWorld world) => (await world.World.Db(db => db.AccountCases.SingleAsync())).StateAt(world.World.Time.GetUtcNow());

    private static Task<string?> Email(CallWorld world) => world.World.Db(db => db.Users.Where(a => a.Id == world.Member).Select(a => a.Email).SingleAsync());

    private static async Task<string> Token(CallWorld world, string email, string kind) =>
        (await world.Mail(email)).Where(mail => mail.Kind == kind).Select(mail => TokenPattern().Match(mail.Text!).Groups[1].Value).Last();

    [GeneratedRegex(@"\?token=(\w+)")]
    private static partial Regex TokenPattern();
}
