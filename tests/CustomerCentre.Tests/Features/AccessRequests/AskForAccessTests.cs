using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Features.AccessRequests;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.AccessRequests;

public sealed class AskForAccessTests
{
    private const string Register = "25313142";

    [Fact]
    public async Task A_contact_becomes_the_manager_when_there_is_none()
    {
        await using var world = new World();
        await world.KnownCompany(contact: "JANA@example.cz");
        var me = await world.Account();

        var answer = (await world.Send(Asking(), me)).Value;

        (answer.Granted, answer.CustomerNumber).ShouldBe((true, "1234"));
        (await RoleOf(world, me)).ShouldBe(MemberRole.Manager);
        (await world.Db(db => db.AccessRequests.SingleAsync())).Proof.ShouldBe(AccessProof.ContactEmail);
    }

    [Fact]
    public async Task A_contact_becomes_a_colleague_beside_a_manager()
    {
        await using var world = new World();
        var manager = await world.Account("spravce@example.cz");
        await world.KnownCompany(contact: "jana@example.cz", members: [(manager, MemberRole.Manager)]);
        var me = await world.Account();

        (await world.Send(Asking(), me)).Value.Granted.ShouldBeTrue();
        (await RoleOf(world, me)).ShouldBe(MemberRole.Colleague);
    }

    [Fact]
    public async Task An_unconfirmed_email_proves_nothing()
    {
        await using var world = new World();
        await world.KnownCompany(contact: "jana@example.cz");
        var me = await world.Account();
        await world.Db(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.EmailConfirmed, false)));

        (await world.Send(Asking(), me)).Value.Granted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_licence_number_of_the_customer_makes_a_colleague()
    {
        await using var world = new World();
        var licence = await Bound(world, await world.KnownCompany());
        var (me, command) = (await world.Account(), Asking());
        command.LicenceNumber = licence.Text();

        (await world.Send(command, me)).Value.Granted.ShouldBeTrue();
        (await RoleOf(world, me)).ShouldBe(MemberRole.Colleague);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("FV 99", false)]
    [InlineData("FV1", true)]
    public async Task A_foreign_licence_number_needs_a_second_fact(string? document, bool isEnough)
    {
        await using var world = new World();
        await Bound(world, await world.KnownCompany(), "ABC777XYZ");
        var (me, command) = (await world.Account(), Asking());
        (command.LicenceNumber, command.TaxDocument) = ("ABC777XYZ", document);

        (await world.Send(command, me)).Value.Granted.ShouldBe(isEnough);
    }

    [Fact]
    public async Task A_licence_number_never_lets_a_partners_person_in()
    {
        await using var world = new World();
        var licence = await Bound(world, await world.KnownCompany());
        var (me, command) = (await world.Account(), Asking());
        await world.Add(new PartnerMember(await world.Db(db => db.Partners.Select(p => p.Id).SingleAsync()), me, PartnerRole.Colleague, world.Time.GetUtcNow()));
        command.LicenceNumber = licence.Text();

        (await world.Send(command, me)).Value.Granted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_licence_number_of_another_customer_proves_nothing()
    {
        await using var world = new World();
        await world.KnownCompany();
        var licence = await Bound(world, await world.KnownCompany("4321", "45274649"));
        var (me, command) = (await world.Account(), Asking());
        command.LicenceNumber = licence.Text();

        (await world.Send(command, me)).Value.Granted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_consumer_gives_postcode_and_surname()
    {
        await using var world = new World();
        await world.KnownConsumer(contact: "jana@example.cz");
        var command = new AskForAccess.Command { Id = Guid.CreateVersion7(), CustomerNumber = "5678", PostalCode = "60200", FamilyName = "novakova" };

        (await world.Send(command, await world.Account())).Value.Granted.ShouldBeTrue();
    }

    [Fact]
    public async Task Wrong_pairs_unknown_ids_and_unproven_read_the_same_and_cost_the_same()
    {
        var seen = new List<(bool, string?, int, string)>();
        foreach (var (number, register) in new[] { ("1234", Register), ("1234", "45274649"), ("7777", Register) })
        {
            var commands = new CommandCount();
            await using var world = new World(services => services.ConfigureDbContext<SqliteDb>(db => db.AddInterceptors(commands)));
            await world.KnownCompany();
            await Bound(world, await world.KnownCompany("4321", "27082440"));
            var (me, command) = (await world.Account(), Asking(number, register));
            command.LicenceNumber = LicenceNumber.New().Display;
            var before = commands.Sent;

            var answer = (await world.Send(command, me)).Value;

            answer.RequestId.ShouldBe(command.Id);
            seen.Add((answer.Granted, answer.CustomerNumber, commands.Sent - before, (await world.Db(db => db.AccessRequests.SingleAsync())).State.ToString()));
        }

        seen.Distinct().Single().ShouldSatisfyAllConditions(one => one.Item1.ShouldBeFalse(), one => one.Item2.ShouldBeNull(), one => one.Item3.ShouldBeGreaterThan(5));
    }

    [Fact]
    public async Task A_wrong_check_digit_of_our_own_range_is_said_before_anything_is_looked_up()
    {
        await using var world = new World();
        var number = new CustomerNumberOptions().Range.At(500_000_007).Value;
        var wrong = number[..^1] + (number[^1] == '5' ? '6' : '5');

        var error = (await world.Send(Asking(wrong), await world.Account())).Errors.Single();

        (error.Field, error.Message).ShouldBe(("CustomerNumber", AccessRequestsTexts.CheckDigits));
        (await world.Db(db => db.AccessRequests.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Failures_are_limited_per_account_and_per_customer()
    {
        await using var world = new World();
        await world.KnownCompany(contact: "jana@example.cz");
        var stranger = await world.Account("cizi@example.cz");
        for (var i = 0; i < 5; i++)
            (await world.Send(Asking(register: "45274649"), stranger)).IsDone.ShouldBeTrue();
        (await world.Send(Asking(register: "45274649"), stranger)).Errors.Single().Message.ShouldBe(AccessRequestsTexts.TooManyTries);

        var other = await world.Account("jiny@example.cz");
        for (var i = 0; i < 5; i++)
            (await world.Send(Asking(register: "45274649"), other, address: "192.0.2.2")).IsDone.ShouldBeTrue();
        var me = await world.Account();
        (await world.Send(Asking(), me, address: "192.0.2.3")).Value.Granted.ShouldBeFalse();
        world.Time.Advance(TimeSpan.FromDays(1));
        (await world.Send(Asking(), me, address: "192.0.2.3")).Value.Granted.ShouldBeTrue();
    }

    [Fact]
    public async Task Sent_32_times_at_once_it_asks_once_and_answers_the_same()
    {
        await using var world = new World();
        await world.KnownCompany();
        var (me, command) = (await world.Account(), Asking());

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => world.Send(command, me))));

        answers.Select(answer => answer.Value).Distinct().Single().RequestId.ShouldBe(command.Id);
        (await world.Db(db => db.AccessRequests.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_elses_request_id_is_not_found()
    {
        await using var world = new World();
        var command = Asking();
        await world.Send(command, await world.Account());
        (await world.Send(command, await world.Account("petr@example.cz"))).Outcome.ShouldBe(Outcome.NotFound);
    }

    [Fact]
    public async Task Who_is_a_member_already_keeps_the_role_and_nobody_is_mailed()
    {
        await using var world = new World();
        var me = await world.Account();
        await world.KnownCompany(contact: "jiny@example.cz", members: [(me, MemberRole.Reader)]);

        (await world.Send(Asking(), me)).Value.Granted.ShouldBeTrue();
        (await RoleOf(world, me)).ShouldBe(MemberRole.Reader);
        (await world.Db(db => db.Outbox.CountAsync())).ShouldBe(0);
    }

    internal static AskForAccess.Command Asking(string number = "1234", string register = Register) =>
        new() { Id = Guid.CreateVersion7(), CustomerNumber = number, RegistrationNumber = register };

    private static Task<MemberRole> RoleOf(World world, Guid account) => world.Db(db => db.Members.Where(m => m.AccountId == account).Select(m => m.Role).SingleAsync());

    private static async Task<Licence> Bound(World world, Customer customer, string? number = null) =>
        await world.Change(await world.LicenceAtPartner(number), l => l.BindTo(customer.Id, new Purchase(new DateOnly(2026, 3, 10), "FV1"), world.Time.GetUtcNow()));
}
