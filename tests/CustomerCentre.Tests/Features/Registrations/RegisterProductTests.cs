using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Registrations;

public sealed class RegisterProductTests
{
    [Fact]
    public async Task A_licence_from_a_partner_is_bound_to_my_customer()
    {
        await using var world = new World();
        var (me, licence) = (await world.Account(), await world.LicenceAtPartner());
        var customer = await world.KnownCompany(members: [(me, MemberRole.Colleague)]);

        (await world.Send(Filled.Further("1234", licence), me)).Value.LicenceId.ShouldBe(licence.Id);
        (await world.Read(licence)).CustomerId.ShouldBe(customer.Id);
    }

    [Fact]
    public async Task Another_companys_number_is_not_found_and_a_reader_is_refused()
    {
        await using var world = new World();
        var (stranger, reader, licence) = (await world.Account(), await world.Account("ctenar@example.cz"), await world.LicenceAtPartner());
        await world.KnownCompany(members: [(reader, MemberRole.Reader)]);

        (await world.Send(Filled.Further("1234", licence), stranger)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(Filled.Further("9999", licence), stranger)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(Filled.Further("1234", licence), reader)).Outcome.ShouldBe(Outcome.Refused);
        (await world.Send(Filled.Further("1234", licence))).Outcome.ShouldBe(Outcome.Refused);
    }

    [Fact]
    public async Task A_licence_that_is_mine_already_says_so_also_when_bought_directly()
    {
        await using var world = new World();
        var (me, registered, direct) = (await world.Account(), await world.LicenceAtPartner(), await world.LicenceInStock());
        var customer = await world.KnownCompany(members: [(me, MemberRole.Manager)]);
        await world.Send(Filled.Further("1234", registered), me);
        await world.Change(direct, licence => licence.BindTo(customer.Id, new Purchase(Filled.Bought, "FV1"), world.Time.GetUtcNow()));

        foreach (var licence in new[] { registered, direct })
        {
            var error = (await world.Send(Filled.Further("1234", licence), me)).Errors.Single();
            (error.Field, error.Message).ShouldBe(("Number", RegistrationsTexts.AlreadyYours));
        }
    }

    [Fact]
    public async Task Never_issued_in_stock_ended_replaced_and_anothers_read_the_same()
    {
        await using var world = new World();
        var me = await world.Account();
        await world.KnownCompany(members: [(me, MemberRole.Manager)]);
        var other = await world.KnownCompany("4321", "45274649");
        var ended = await world.Change(await world.LicenceAtPartner(), l => l.End(LicenceEnd.Blocked, new DateOnly(2026, 5, 1), null));
        var others = await world.Change(await world.LicenceAtPartner(), l => l.BindTo(other.Id, new Purchase(Filled.Bought, null), world.Time.GetUtcNow()));
        var replaced = await world.LicenceAtPartner();
        await world.Change(replaced, l => l.Numbers.Single().IsCurrent = false);
        string[] numbers =
        [
            LicenceNumber.New().Display, (await world.LicenceInStock()).Text(), ended.Text(), others.Text(), replaced.Text(),
        ];

        foreach (var number in numbers)
        {
            var result = await world.Send(Filled.Further("1234", number), me);
            result.Errors.Single().ShouldBe(new FieldError("Number", RegistrationsTexts.CannotBeRegistered));
            (await world.Send(new CheckLicence.Query { Number = number }, me)).Errors.Single().ShouldBe(new FieldError("Number", RegistrationsTexts.CannotBeRegistered));
        }
    }

    [Fact]
    public async Task A_licence_of_another_opens_one_contest()
    {
        await using var world = new World();
        var me = await world.Account();
        var mine = await world.KnownCompany(members: [(me, MemberRole.Manager)]);
        var other = await world.KnownCompany("4321", "45274649");
        var licence = await world.Change(await world.LicenceAtPartner(), l => l.BindTo(other.Id, new Purchase(Filled.Bought, null), world.Time.GetUtcNow()));

        await world.Send(Filled.Further("1234", licence), me);
        await world.Send(Filled.Further("1234", licence), me);

        var contest = await world.Db(db => db.Contests.SingleAsync());
        (contest.LicenceId, contest.AccountId, contest.CustomerId).ShouldBe((licence.Id, me, (Guid?)mine.Id));
    }

    [Theory]
    [InlineData("2026-03-10", null, true)]
    [InlineData("2026-03-11", "FV 2026/17", true)]
    [InlineData("2026-03-11", "fv-202617", true)]
    [InlineData("2026-03-11", "FV 18", false)]
    [InlineData("2026-03-11", null, false)]
    public async Task A_foreign_number_needs_a_second_fact_that_is_known(string bought, string? document, bool isEnough)
    {
        await using var world = new World();
        var me = await world.Account();
        await world.KnownCompany(members: [(me, MemberRole.Manager)]);
        await world.LicenceAtPartner("ABC-777-XYZ", soldOn: new DateOnly(2026, 3, 10), saleDocument: "FV2026/17");
        var command = Filled.Further("1234", "abc 777 xyz");
        (command.PurchasedOn, command.TaxDocument) = (DateOnly.Parse(bought, System.Globalization.CultureInfo.InvariantCulture), document);

        (await world.Send(command, me)).IsDone.ShouldBe(isEnough);
    }

    [Fact]
    public async Task A_foreign_number_of_which_nothing_is_known_cannot_be_registered()
    {
        await using var world = new World();
        var me = await world.Account();
        await world.KnownCompany(members: [(me, MemberRole.Manager)]);
        await world.LicenceAtPartner("ABC777XYZ");

        (await world.Send(Filled.Further("1234", "ABC777XYZ"), me)).Errors.Single().Message.ShouldBe(RegistrationsTexts.CannotBeRegistered);
    }

    [Theory]
    [InlineData("2026-11-11")]
    [InlineData("2026-01-04")]
    public async Task The_purchase_lies_between_the_delivery_and_today(string bought)
    {
        await using var world = new World();
        var (me, licence) = (await world.Account(), await world.LicenceAtPartner());
        await world.KnownCompany(members: [(me, MemberRole.Manager)]);
        var command = Filled.Further("1234", licence);
        command.PurchasedOn = DateOnly.Parse(bought, System.Globalization.CultureInfo.InvariantCulture);

        (await world.Send(command, me)).Errors.Single().Field.ShouldBe("PurchasedOn");
    }

    [Fact]
    public async Task Failures_count_and_successes_do_not()
    {
        await using var world = new World();
        var me = await world.Account();
        await world.KnownCompany(members: [(me, MemberRole.Manager)]);
        for (var i = 0; i < 30; i++)
            (await world.Send(Filled.Further("1234", await world.LicenceAtPartner()), me)).IsDone.ShouldBeTrue();
        for (var i = 0; i < 20; i++)
            (await Guess()).ShouldBe(RegistrationsTexts.CannotBeRegistered);
        (await Guess()).ShouldBe(RegistrationsTexts.TooManyTries);

        world.Time.Advance(TimeSpan.FromDays(1));
        (await Guess()).ShouldBe(RegistrationsTexts.CannotBeRegistered);

        async Task<string> Guess() => (await world.Send(Filled.Further("1234", LicenceNumber.New().Display), me)).Errors.Single().Message;
    }
}
