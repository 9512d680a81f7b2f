using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Registrations;

public sealed class OpeningGuardTests
{
    private static readonly string[] Companies = ["25313142", "45274649", "27082440", "48136450", "00177041", "01569651"];

    [Fact]
    public async Task A_licence_taken_back_from_the_customer_it_opened_opens_no_other()
    {
        await using var world = new World();
        var (me, fresh, licence) = (await world.Account(), await world.LicenceAtPartner(), await world.LicenceAtPartner());
        await OpenAndUndo(world, me, licence);

        var error = (await world.Send(Filled.First(Filled.Company(Companies[1]), fresh, licence), me)).Errors.Single();

        (error.Field, error.Message).ShouldBe(("Licences[1].Number", RegistrationsTexts.LicenceOpenedCustomer));
        (await world.Db(db => db.Customers.CountAsync())).ShouldBe(1);
        (await world.Read(fresh)).State.ShouldBe(LicenceState.Sold);
    }

    [Fact]
    public async Task It_still_opens_none_after_a_round_through_the_first_customer()
    {
        await using var world = new World();
        var (me, licence) = (await world.Account(), await world.LicenceAtPartner());
        var number = await OpenAndUndo(world, me, licence);
        var further = Filled.Further(number, licence);
        (await world.Send(further, me)).IsDone.ShouldBeTrue();
        await world.Send(new UndoRegistration.Command(further.Id), me);

        (await world.Send(Filled.First(Filled.Company(Companies[1]), licence), me)).Errors.Single().Message.ShouldBe(RegistrationsTexts.LicenceOpenedCustomer);
    }

    [Fact]
    public async Task It_may_be_registered_to_the_same_company_again_and_opens_a_customer_for_somebody_else()
    {
        await using var world = new World();
        var (me, licence) = (await world.Account(), await world.LicenceAtPartner());
        await OpenAndUndo(world, me, licence);
        var again = Filled.First(licence);
        (await world.Send(again, me)).Value.Number.ShouldNotBeNull();
        var registration = await world.Db(db => db.Registrations.Where(r => r.IntentId == again.Id).Select(r => r.Id).SingleAsync());
        (await world.Send(new UndoRegistration.Command(registration), me)).IsDone.ShouldBeTrue();

        (await world.Send(Filled.First(Filled.Company(Companies[1]), licence), await world.Account("petr@example.cz"))).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Five_customers_a_year_are_opened_by_one_person_repeats_and_wrong_tries_aside()
    {
        await using var world = new World();
        var (me, inStock) = (await world.Account(), await world.LicenceInStock());
        foreach (var company in Companies[..5])
        {
            var command = Filled.First(Filled.Company(company), await world.LicenceAtPartner());
            (await world.Send(command, me)).IsDone.ShouldBeTrue();
            (await world.Send(command, me)).IsDone.ShouldBeTrue();
            (await world.Send(Filled.First(Filled.Company(Companies[5]), inStock), me)).IsDone.ShouldBeFalse();
        }

        var sixth = Filled.First(Filled.Company(Companies[5]), await world.LicenceAtPartner());
        (await world.Send(sixth, me)).Errors.ShouldBe([new FieldError("", RegistrationsTexts.TooManyCustomers)]);
        (await world.Db(db => db.Customers.CountAsync())).ShouldBe(5);
        (await world.Send(Filled.First(Filled.Company(Companies[0]), await world.LicenceAtPartner()), me)).IsDone.ShouldBeTrue();

        world.Time.Advance(TimeSpan.FromDays(365));
        (await world.Send(sixth, me)).IsDone.ShouldBeTrue();
    }

    private static async Task<string> OpenAndUndo(World world, Guid me, Licence licence)
    {
        var number = (await world.Send(Filled.First(licence), me)).Value.Number!.Value;
        var registration = await world.Db(db => db.Registrations.Select(r => r.Id).SingleAsync());
        (await world.Send(new UndoRegistration.Command(registration), me)).IsDone.ShouldBeTrue();
        return number;
    }
}
