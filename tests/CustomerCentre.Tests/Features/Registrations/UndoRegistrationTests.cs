using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Registrations;

public sealed class UndoRegistrationTests
{
    [Fact]
    public async Task Within_a_day_it_frees_the_licence_and_its_support()
    {
        await using var world = new World();
        var (me, licence, registration) = await Registered(world);
        world.Time.Advance(TimeSpan.FromHours(23.9));

        (await world.Send(new UndoRegistration.Command(registration), me)).IsDone.ShouldBeTrue();
        (await world.Send(new UndoRegistration.Command(registration), me)).IsDone.ShouldBeTrue();

        var free = await world.Read(licence);
        (free.State, free.CustomerId, free.SupportPeriods.Count).ShouldBe((LicenceState.Sold, null, 0));
        (await world.Db(db => db.SupportPeriods.CountAsync())).ShouldBe(0);
        (await world.Send(Filled.Further("1234", licence), me)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task After_a_day_it_is_too_late()
    {
        await using var world = new World();
        var (me, licence, registration) = await Registered(world);
        world.Time.Advance(TimeSpan.FromHours(24));

        (await world.Send(new UndoRegistration.Command(registration), me)).Errors.Single().Message.ShouldBe(RegistrationsTexts.UndoTooLate);
        (await world.Read(licence)).State.ShouldBe(LicenceState.Registered);
    }

    [Fact]
    public async Task Only_who_registered_it_and_still_acts_for_the_customer_may()
    {
        await using var world = new World();
        var (me, _, registration) = await Registered(world);
        (await world.Send(new UndoRegistration.Command(registration), await world.Account("kolega@example.cz"))).Outcome.ShouldBe(Outcome.NotFound);

        await world.Db(db => db.Members.ExecuteDeleteAsync());
        (await world.Send(new UndoRegistration.Command(registration), me)).Outcome.ShouldBe(Outcome.NotFound);
    }

    [Fact]
    public async Task Who_became_a_reader_cannot_and_is_not_offered_to()
    {
        await using var world = new World();
        var (me, licence, registration) = await Registered(world);
        await world.Db(db => db.Members.ExecuteUpdateAsync(set => set.SetProperty(member => member.Role, MemberRole.Reader)));

        (await world.Send(new UndoRegistration.Command(registration), me)).Outcome.ShouldBe(Outcome.Refused);
        (await world.Read(licence)).State.ShouldBe(LicenceState.Registered);
        (await world.Send(new ReadRegistered.Query(registration), me)).Value.Single().UndoUntil.ShouldBeNull();
    }

    [Fact]
    public async Task A_foreign_licence_can_be_registered_again_by_the_same_facts_only()
    {
        await using var world = new World();
        var me = await world.Account();
        await world.KnownCompany(members: [(me, MemberRole.Manager)]);
        await world.LicenceAtPartner("ABC777XYZ", saleDocument: "FV17");
        var command = Filled.Further("1234", "ABC777XYZ");
        command.TaxDocument = "FV17";
        await world.Send(command, me);
        await world.Send(new UndoRegistration.Command(command.Id), me);

        (await world.Send(Filled.Further("1234", "ABC777XYZ"), me)).Errors.Single().Message.ShouldBe(RegistrationsTexts.CannotBeRegistered);
    }

    private static async Task<(Guid Me, Licence Licence, Guid Registration)> Registered(World world)
    {
        var (me, licence) = (await world.Account(), await world.LicenceAtPartner());
        await world.KnownCompany(members: [(me, MemberRole.Manager)]);
        var command = Filled.Further("1234", licence);
        (await world.Send(command, me)).IsDone.ShouldBeTrue();
        return (me, licence, command.Id);
    }
}
