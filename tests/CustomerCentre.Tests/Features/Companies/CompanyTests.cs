using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Companies;
using CustomerCentre.Registers;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Companies;

public sealed class CompanyTests
{
    [Fact]
    public async Task Members_see_their_companies_by_name()
    {
        await using var world = new World();
        var me = await world.Account();
        await world.KnownCompany(members: [(me, MemberRole.Reader)]);
        await world.KnownCompany("4321", "45274649");

        var list = (await world.Send(new ListCompanies.Query(null, 1), me)).Value;
        list.Total.ShouldBe(1);
        list.Rows.Single().ShouldBe(new ListCompanies.Row(CustomerNumber.Parse("1234"), "Známá s.r.o.", "Jihlava", MemberRole.Reader, 0));
    }

    [Fact]
    public async Task A_company_is_read_by_any_number_it_ever_had_and_by_its_members_alone()
    {
        await using var world = new World();
        var me = await world.Account();
        var customer = await world.KnownCompany(members: [(me, MemberRole.Reader)]);
        await world.Add(new IssuedNumber(CustomerNumber.Parse("998877"), customer.Id, world.Time.GetUtcNow()) { IsCurrent = false });

        foreach (var number in new[] { "1234", "99 88 77" })
            (await world.Send(new ReadCompany.Query(number), me)).Value.Number.ShouldBe("1234");
        (await world.Send(new ReadCompany.Query("1234"), await world.Account("cizi@example.cz"))).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(new ReadCompany.Query("not a number"), me)).Outcome.ShouldBe(Outcome.NotFound);
    }

    [Fact]
    public async Task A_possible_birth_number_is_shown_to_managers_only_and_survives_an_edit_by_a_colleague()
    {
        await using var world = new World();
        var (manager, colleague) = (await world.Account(), await world.Account("kolega@example.cz"));
        await world.KnownCompany(members: [(manager, MemberRole.Manager), (colleague, MemberRole.Colleague)]);
        var mine = (await world.Send(new ReadCompany.Query("1234"), manager)).Value.Company;
        mine.VatNumber = "CZ9055011251";
        (await world.Send(new EditCompany.Command { Number = "1234", Company = mine }, manager)).IsDone.ShouldBeTrue();

        var seen = (await world.Send(new ReadCompany.Query("1234"), colleague)).Value;
        (seen.HidesVatNumber, seen.Company.VatNumber).ShouldBe((true, null));
        (await world.Send(new EditCompany.Command { Number = "1234", Company = seen.Company }, colleague)).IsDone.ShouldBeTrue();
        (await world.Send(new ReadCompany.Query("1234"), manager)).Value.Company.VatNumber.ShouldBe("CZ9055011251");
    }

    [Fact]
    public async Task An_edit_is_remembered_and_readers_and_strangers_cannot_make_one()
    {
        await using var world = new World();
        var (me, reader) = (await world.Account(), await world.Account("ctenar@example.cz"));
        await world.KnownCompany(members: [(me, MemberRole.Colleague), (reader, MemberRole.Reader)]);
        var form = (await world.Send(new ReadCompany.Query("1234"), me)).Value.Company;
        form.City = "Třebíč";
        var command = new EditCompany.Command { Number = "1234", Company = form };

        (await world.Send(command, reader)).Outcome.ShouldBe(Outcome.Refused);
        (await world.Send(command, await world.Account("cizi@example.cz"))).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(command, me)).IsDone.ShouldBeTrue();
        var customer = await world.Db(db => db.Customers.SingleAsync());
        (customer.Details.City, customer.EditedAt).ShouldBe(("Třebíč", (DateTimeOffset?)world.Time.GetUtcNow()));
    }

    [Fact]
    public async Task The_register_number_is_completed_once_and_never_changed()
    {
        await using var world = new World();
        var me = await world.Account();
        await world.KnownCompany(members: [(me, MemberRole.Manager)]);
        var form = (await world.Send(new ReadCompany.Query("1234"), me)).Value.Company;
        form.RegistrationNumber = "45274649";

        (await world.Send(new EditCompany.Command { Number = "1234", Company = form }, me)).Errors.Single()
            .ShouldBe(new FieldError("Company.RegistrationNumber", CompaniesTexts.IdentityFixed));
    }

    [Fact]
    public async Task A_register_look_up_answers_and_too_many_read_like_an_outage()
    {
        await using var world = new World(settings: ("Registers:Mode", "Sample"));
        var me = await world.Account();
        (await world.Send(new FindCompany.Query("CZ", "253 13 142"), me)).Value.Company!.RegistrationNumber.ShouldBe("25313142");
        for (var i = 1; i < 60; i++)
            (await world.Send(new FindCompany.Query("CZ", "25313142"), me)).Value.State.ShouldBe(RegisterState.Valid);

        (await world.Send(new FindCompany.Query("CZ", "25313142"), me)).Value.State.ShouldBe(RegisterState.Unknown);
        (await world.Send(new FindCompany.Query("CZ", "25313142"))).Outcome.ShouldBe(Outcome.Refused);
    }
}
