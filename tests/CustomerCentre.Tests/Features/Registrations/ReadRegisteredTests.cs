using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Registrations;

public sealed class ReadRegisteredTests
{
    [Fact]
    public async Task It_says_until_when_there_is_support_and_until_when_it_can_be_undone()
    {
        await using var world = new World();
        var (me, command) = await Register(world);
        var row = (await world.Send(new ReadRegistered.Query(command), me)).Value.Single();
        row.Entitlement!.Until.ShouldBe(new DateOnly(2026, 12, 31));
        row.UndoUntil.ShouldBe(world.Time.GetUtcNow().AddHours(24));

        world.Time.Advance(TimeSpan.FromHours(25));
        (await world.Send(new ReadRegistered.Query(command), me)).Value.Single().UndoUntil.ShouldBeNull();
    }

    [Fact]
    public async Task Undone_it_tells_nothing_of_a_licence_that_is_another_customers_now()
    {
        await using var world = new World();
        var (me, command) = await Register(world);
        (await world.Send(new UndoRegistration.Command(command), me)).IsDone.ShouldBeTrue();
        await GiveToAnother(world);

        var row = (await world.Send(new ReadRegistered.Query(command), me)).Value.Single();
        (row.IsUndone, row.PurchasedOn, row.Entitlement).ShouldBe((true, null, null));
    }

    [Fact]
    public async Task A_licence_that_went_to_another_customer_is_not_told_about_and_cannot_be_undone()
    {
        await using var world = new World();
        var (me, command) = await Register(world);
        await GiveToAnother(world);

        var row = (await world.Send(new ReadRegistered.Query(command), me)).Value.Single();
        (row.IsUndone, row.PurchasedOn, row.UndoUntil, row.Entitlement).ShouldBe((false, null, null, null));
    }

    [Fact]
    public async Task Another_persons_registration_is_not_found()
    {
        await using var world = new World();
        var (_, command) = await Register(world);
        (await world.Send(new ReadRegistered.Query(command), await world.Account("jiny@example.cz"))).Outcome.ShouldBe(Outcome.NotFound);
    }

    private static async Task GiveToAnother(World world)
    {
        var other = await world.KnownCompany("5678", "45274649");
        var licence = await world.Db(db => db.Licences.AsNoTracking().SingleAsync());
        await world.Change(licence, stored => stored.BindTo(other.Id, new Purchase(new DateOnly(2026, 11, 1), null), world.Time.GetUtcNow()));
    }

    private static async Task<(Guid Account, Guid Intent)> Register(World world)
    {
        var me = await world.Account();
        await world.KnownCompany("1234", members: [(me, MemberRole.Manager)]);
        var command = Filled.Further("1234", await world.LicenceAtPartner());
        (await world.Send(command, me)).IsDone.ShouldBeTrue();
        return (me, command.Id);
    }
}
