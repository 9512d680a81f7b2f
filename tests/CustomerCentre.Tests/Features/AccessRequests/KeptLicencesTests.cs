using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.AccessRequests;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Features.Registrations;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.AccessRequests;

public sealed class KeptLicencesTests
{
    [Fact]
    public async Task A_licence_in_hand_is_kept_for_the_request_and_nobody_else_can_register_it()
    {
        await using var world = new World();
        var (_, licence, _) = await Kept(world);
        var other = await world.Account("petr@example.cz");
        await world.KnownCompany("4321", "45274649", members: [(other, MemberRole.Manager)]);

        (await world.Send(Filled.Further("4321", licence), other)).Errors.Single().Message.ShouldBe(RegistrationsTexts.CannotBeRegistered);
    }

    [Fact]
    public async Task After_fourteen_days_it_is_free()
    {
        await using var world = new World();
        var (_, licence, _) = await Kept(world);
        var other = await world.Account("petr@example.cz");
        await world.KnownCompany("4321", "45274649", members: [(other, MemberRole.Manager)]);
        world.Time.Advance(AccessRequest.ReservationTime);

        (await world.Send(Filled.Further("4321", licence), other)).IsDone.ShouldBeTrue();
        (await world.Db(db => db.ReservedLicences.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task An_approval_binds_it_and_mails_the_person()
    {
        await using var world = new World();
        var (me, licence, request) = await Kept(world);

        (await Decide(world, request, approve: true)).IsDone.ShouldBeTrue();

        (await world.Read(licence)).State.ShouldBe(LicenceState.Registered);
        var registration = await world.Db(db => db.Registrations.SingleAsync());
        (registration.AccountId, registration.IntentId).ShouldBe((me, request));
        (await world.Db(db => db.Outbox.Select(mail => mail.Kind).ToListAsync())).ShouldContain("Approved");
        (await world.Db(db => db.Outbox.AnyAsync(mail => mail.CustomerId == null))).ShouldBeFalse();
        (await world.Db(db => db.Members.SingleAsync(m => m.AccountId == me))).Role.ShouldBe(MemberRole.Colleague);
    }

    [Fact]
    public async Task A_refusal_frees_it_and_mails_the_person()
    {
        await using var world = new World();
        var (me, licence, request) = await Kept(world);

        (await Decide(world, request, approve: false)).IsDone.ShouldBeTrue();

        (await world.Read(licence)).State.ShouldBe(LicenceState.Sold);
        (await world.Db(db => db.ReservedLicences.CountAsync())).ShouldBe(0);
        (await world.Db(db => db.Outbox.SingleAsync())).Kind.ShouldBe("Refused");
        (await world.Db(db => db.Members.CountAsync(m => m.AccountId == me))).ShouldBe(0);
        (await Decide(world, request, approve: true)).Errors.Single().Message.ShouldBe(AccessRequestsTexts.AlreadyClosed);
    }

    [Fact]
    public async Task Withdrawing_frees_it()
    {
        await using var world = new World();
        var (me, _, request) = await Kept(world);

        (await world.Send(new WithdrawRequest.Command(request), await world.Account("cizi@example.cz"))).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(new WithdrawRequest.Command(request), me)).IsDone.ShouldBeTrue();
        (await world.Db(db => db.ReservedLicences.CountAsync())).ShouldBe(0);
        (await world.Send(new ListMyRequests.Query(), me)).Value.Single().State.ShouldBe(AccessRequestState.Withdrawn);
    }

    [Fact]
    public async Task A_contact_who_registers_a_known_company_is_let_in_and_the_licence_is_bound_at_once()
    {
        await using var world = new World();
        var (me, licence) = (await world.Account(), await world.LicenceAtPartner());
        var customer = await world.KnownCompany(contact: "jana@example.cz");

        (await world.Send(Keeping(licence), me)).Value.ShouldSatisfyAllConditions(a => a.Granted.ShouldBeTrue(), a => a.CustomerNumber.ShouldBe("1234"));
        (await world.Read(licence)).CustomerId.ShouldBe(customer.Id);
        (await world.Db(db => db.ReservedLicences.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_kept_is_seen_by_who_asked_and_by_the_operator_and_by_nobody_else()
    {
        await using var world = new World();
        var (me, _, request) = await Kept(world);

        (await world.Send(new ListMyRequests.Query(), me)).Value.Single().ShouldSatisfyAllConditions(
            row => row.KeptLicences.ShouldBe(1), row => row.CustomerNumber.ShouldBeNull(), row => row.State.ShouldBe(AccessRequestState.Pending));
        (await world.Send(new ListMyRequests.Query(), await world.Account("cizi@example.cz"))).Value.ShouldBeEmpty();
        (await world.Send(new ListPendingRequests.Query(), me)).Outcome.ShouldBe(Outcome.Refused);
        var pending = (await world.Send(new ListPendingRequests.Query(), me, [Policies.OperatorAdministrator])).Value;
        pending.Rows.Single().ShouldSatisfyAllConditions(
            row => row.Id.ShouldBe(request), row => row.Customer!.Number.ShouldBe("1234"), row => row.KeptLicences.ShouldBe(1), row => row.Email.ShouldBe("jana@example.cz"));
    }

    [Fact]
    public async Task A_pair_that_leads_nowhere_cannot_be_approved()
    {
        await using var world = new World();
        var command = AskForAccessTests.Asking("7777");
        await world.Send(command, await world.Account());

        (await Decide(world, command.Id, approve: true)).Errors.Single().Message.ShouldBe(AccessRequestsTexts.LeadsNowhere);
        (await Decide(world, command.Id, approve: false)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_kept_for_somebody_else_at_the_same_moment_stays_theirs()
    {
        var (rival, log) = (new Rival("DELETE FROM \"ReservedLicences\""), new CommandLog());
        await using var world = new World(services => services.ConfigureDbContext<SqliteDb>(db => db.AddInterceptors(rival, log)));
        var (licence, other) = (await world.LicenceAtPartner(), await world.Account("petr@example.cz"));
        await world.KnownCompany();
        var theirs = new AccessRequest(Guid.CreateVersion7(), other, "", "CZ 25313142", world.Time.GetUtcNow());
        await world.Add(theirs);
        rival.Work = (db, token) => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "ReservedLicences" ("LicenceId", "AccessRequestId", "PurchasedOn", "TermsVersion", "Until")
            VALUES ({licence.Id.ToByteArray(true)}, {theirs.Id.ToByteArray(true)}, '2026-03-10', '1', {long.MaxValue})
            """, token);

        (await world.Send(Keeping(licence), await world.Account())).IsDone.ShouldBeTrue();

        // The rival's; ours, which the primary key refused; ours again, after the first transaction and the rival's work in it were undone.
        log.CountOf("INSERT INTO \"ReservedLicences\"").ShouldBe(3);
    }

    [Fact]
    public async Task Who_registers_a_licence_while_it_is_being_kept_looks_again()
    {
        var (rival, log) = (new Rival("UPDATE \"Licences\""), new CommandLog());
        await using var world = new World(services => services.ConfigureDbContext<SqliteDb>(db => db.AddInterceptors(rival, log)));
        var (licence, me) = (await world.LicenceAtPartner(), await world.Account());
        await world.KnownCompany();
        log.Sent.Clear();
        // The version is what keeping writes too.
        rival.Work = (db, token) => db.Licences.ExecuteUpdateAsync(set => set.SetProperty(l => EF.Property<Guid>(l, "Version"), Guid.NewGuid()), token);

        (await world.Send(Keeping(licence), me)).IsDone.ShouldBeTrue();

        log.CountOf("UPDATE \"Licences\"").ShouldBe(3);
    }

    [Fact]
    public async Task Who_asks_again_keeps_it_for_the_newer_request_and_for_another_fortnight()
    {
        await using var world = new World();
        var (me, licence, _) = await Kept(world);
        world.Time.Advance(TimeSpan.FromDays(10));
        var again = Keeping(licence);

        (await world.Send(again, me)).IsDone.ShouldBeTrue();

        var kept = await world.Db(db => db.ReservedLicences.SingleAsync());
        (kept.AccessRequestId, kept.Until).ShouldBe((again.Id, world.Time.GetUtcNow() + AccessRequest.ReservationTime));
    }

    [Fact]
    public async Task Who_asks_later_than_somebody_else_keeps_nothing_and_takes_nothing()
    {
        await using var world = new World();
        var (_, licence, request) = await Kept(world);

        (await world.Send(Keeping(licence), await world.Account("petr@example.cz"))).Errors.Single().Message.ShouldBe(RegistrationsTexts.CannotBeRegistered);

        (await world.Db(db => db.ReservedLicences.SingleAsync())).AccessRequestId.ShouldBe(request);
    }

    [Fact]
    public async Task What_was_typed_at_the_licence_is_kept_with_it()
    {
        await using var world = new World();
        var (_, licence, _) = await Kept(world);
        var kept = await world.Db(db => db.ReservedLicences.SingleAsync());
        (kept.LicenceId, kept.PurchasedOn, kept.TermsVersion).ShouldBe((licence.Id, Filled.Bought, LicenceTerms.Version));
    }

    private static async Task<(Guid Me, Licence Licence, Guid Request)> Kept(World world)
    {
        var (me, licence) = (await world.Account(), await world.LicenceAtPartner());
        await world.KnownCompany();
        var command = Keeping(licence);
        (await world.Send(command, me)).Value.Granted.ShouldBeFalse();
        return (me, licence, command.Id);
    }

    private static AskForAccess.Command Keeping(Licence licence) => new()
    {
        Id = Guid.CreateVersion7(),
        CountryCode = "CZ",
        RegistrationNumber = "25313142",
        Licences = [Filled.Entry(licence)],
        AcceptsTerms = true,
        TermsVersion = LicenceTerms.Version,
    };

    private static async Task<Result<Nothing>> Decide(World world, Guid request, bool approve) => await world.Send(
        new DecideRequest.Command { Id = request, Approve = approve, Role = approve ? MemberRole.Colleague : null },
        await world.Account($"{Guid.NewGuid():n}@example.cz"), [Policies.OperatorAdministrator]);
}
