using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Support;
using CustomerCentre.Features.Support.Customers;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Features.Licences;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Support.Customers;

public sealed class OpenCustomerTests
{
    private static readonly Guid Id = Guid.CreateVersion7();

    [Theory]
    [InlineData(OperatorRole.Agent, Policies.SupportStaff)]
    [InlineData(OperatorRole.Lead, Policies.SupportStaff, Policies.SupportLead)]
    [InlineData(OperatorRole.Administrator, Policies.SupportStaff, Policies.SupportLead, Policies.OperatorAdministrator)]
    public async Task An_opening_is_written_down_with_the_highest_role_and_initials(OperatorRole role, params string[] policies)
    {
        await using var world = new World();
        var (petra, holding) = await Begin(world);

        (await world.Send(new OpenCustomer.Command(Id, "5001", LookUpReason.Order), petra, policies)).IsDone.ShouldBeTrue();

        var lookUp = await world.Db(db => db.LookUps.SingleAsync());
        (lookUp.Id, lookUp.CustomerId, lookUp.AccountId, lookUp.Role, lookUp.Reason, lookUp.Initials, lookUp.At)
            .ShouldBe((Id, holding.Customer.Id, petra, role, LookUpReason.Order, "PP", world.Time.GetUtcNow()));
        var entry = await world.Db(db => db.Audit.SingleAsync());
        (entry.Event, entry.CustomerId, entry.SubjectId, entry.AccountId).ShouldBe(("CustomerLookedUp", holding.Customer.Id, Id, petra));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_opening()
    {
        await using var world = new World();
        var (petra, _) = await Begin(world);

        await Open(world, petra);
        (await Open(world, petra)).IsDone.ShouldBeTrue();

        (await world.Db(db => db.LookUps.CountAsync())).ShouldBe(1);
        (await world.Db(db => db.Audit.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task The_id_of_another_opening_opens_nothing()
    {
        await using var world = new World();
        var (petra, _) = await Begin(world);
        var other = await world.Account("pavel@example.cz");
        await Open(world, petra);

        (await Open(world, other)).Outcome.ShouldBe(Outcome.NotFound);
        (await File(world, other)).Opening.ShouldBeNull();
    }

    [Fact]
    public async Task It_opens_for_who_asked_and_for_an_hour()
    {
        await using var world = new World();
        var (petra, _) = await Begin(world);
        var other = await world.Account("pavel@example.cz");
        await Open(world, petra);

        world.Time.Advance(LookUp.Lasts - TimeSpan.FromSeconds(1));
        (await File(world, petra)).Opening!.Until.ShouldBe(world.Time.GetUtcNow().AddSeconds(1));
        (await File(world, other)).Opening.ShouldBeNull();
        world.Time.Advance(TimeSpan.FromSeconds(1));
        (await File(world, petra)).Opening.ShouldBeNull();
    }

    [Theory]
    [InlineData(LookUpReason.Pin)]
    [InlineData(LookUpReason.Code)]
    public async Task That_a_caller_was_proven_is_shown_but_cannot_be_said(LookUpReason reason)
    {
        await using var world = new World();
        var (petra, holding) = await Begin(world);

        (await Open(world, petra, reason)).Outcome.ShouldBe(Outcome.Invalid);
        (await File(world, petra)).Opening.ShouldBeNull();

        await Open(world, petra);
        (await File(world, petra)).Opening!.IsProven.ShouldBeFalse();
        await world.Add(new LookUp(Guid.CreateVersion7(), holding.Customer.Id, petra, OperatorRole.Agent, reason, world.Time.GetUtcNow()));
        (await File(world, petra)).Opening!.IsProven.ShouldBeTrue();
    }

    [Fact]
    public async Task A_number_of_nobody_and_a_person_who_is_not_staff_open_nothing()
    {
        await using var world = new World();
        var (petra, _) = await Begin(world);

        (await world.Send(new OpenCustomer.Command(Id, "5999", LookUpReason.Call), petra, Agent.Policies)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(new OpenCustomer.Command(Id, "5001", LookUpReason.Call), petra, [Policies.Auditor])).Outcome.ShouldBe(Outcome.Refused);
        (await world.Db(db => db.LookUps.AnyAsync())).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_own_company_is_refused_and_every_administrator_is_told_once_a_day(bool asMember)
    {
        await using var world = new World();
        var (petra, _) = await Begin(world, (holding, petra) =>
        {
            if (asMember)
                holding.With(petra, MemberRole.Reader);
            else
                holding.Customer.AddContact(null, EmailAddress.Parse("Petra@Example.cz"), null);
        });
        foreach (var email in (string[])["sara@example.cz", "simon@example.cz"])
            await world.Add(new StaffMember(await world.Account(email), OperatorRole.Administrator, world.Time.GetUtcNow()));

        (await Open(world, petra)).Outcome.ShouldBe(Outcome.Refused);
        (await Open(world, petra)).Outcome.ShouldBe(Outcome.Refused);

        (await File(world, petra)).Opening.ShouldBeNull();
        (await world.Db(db => db.LookUps.AnyAsync())).ShouldBeFalse();
        (await world.Db(db => db.Audit.CountAsync(entry => entry.Event == "OwnCompanyRefused" && entry.AccountId == petra))).ShouldBe(2);
        var mails = await world.Db(db => db.Outbox.ToListAsync());
        mails.Select(mail => mail.To.Value).ShouldBe(["sara@example.cz", "simon@example.cz"], ignoreOrder: true);
        mails.ShouldAllBe(mail => mail.Text!.Contains("Petra Podporová") && mail.Text.Contains("5001"));

        world.Time.Advance(TimeSpan.FromDays(1));
        await Open(world, petra);
        (await world.Db(db => db.Outbox.CountAsync())).ShouldBe(4);
    }

    [Fact]
    public async Task Who_becomes_a_member_loses_the_opening_at_once()
    {
        await using var world = new World();
        var (petra, holding) = await Begin(world);
        await Open(world, petra);

        await world.Add(new Member(holding.Customer.Id, petra, MemberRole.Reader, world.Time.GetUtcNow()));

        (await File(world, petra)).Opening.ShouldBeNull();
    }

    private static async Task<(Guid Petra, Holding Holding)> Begin(World world, Action<Holding, Guid>? change = null)
    {
        var petra = await world.Account("petra@example.cz");
        await world.Db(async db =>
        {
            (await db.Users.SingleAsync(account => account.Id == petra)).Name = "Petra Podporová";
            return await db.SaveChangesAsync();
        });
        var holding = new Holding("5001", "Pekařství");
        change?.Invoke(holding, petra);
        await world.Add(holding.Rows);
        return (petra, holding);
    }

    private static Task<Result<Nothing>> Open(World world, Guid agent, LookUpReason reason = LookUpReason.Call) =>
        world.Send(new OpenCustomer.Command(Id, "5001", reason), agent, Agent.Policies);

    private static async Task<ReadCustomerFile.Answer> File(World world, Guid agent) =>
        (await world.Send(new ReadCustomerFile.Query("5001"), agent, Agent.Policies)).Value;
}
