using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Support;
using CustomerCentre.Features.Companies;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Features.Support.Calls;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Companies;

public sealed class SupportPinTests
{
    [Fact]
    public async Task Every_member_makes_six_digits_and_sees_them_again_for_a_day()
    {
        await using var world = await CallWorld.Begin(MemberRole.Reader);
        var pin = await world.Pin();
        pin.ShouldMatch("^[0-9]{6}$");

        world.World.Time.Advance(CallerCode.Lifetime - TimeSpan.FromSeconds(1));
        (await Read(world)).Pin!.Digits.ShouldBe(pin);
        world.World.Time.Advance(TimeSpan.FromSeconds(1));
        (await Read(world)).Pin.ShouldBeNull();
        (await world.Prove(pin)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task The_digits_stand_nowhere_in_the_database()
    {
        await using var world = await CallWorld.Begin();
        var pin = await world.Pin();
        var code = await world.World.Db(db => db.CallerCodes.SingleAsync());
        code.ProtectedDigits.ShouldNotContain(pin);
        code.ProtectedDigits.Length.ShouldBeLessThan(CallerCode.ProtectedMaxLength);
        (await world.World.Db(db => db.Audit.SingleAsync())).Note.ShouldBeNull();
    }

    [Fact]
    public async Task A_new_pin_replaces_the_old_and_leaves_a_colleagues_alone()
    {
        await using var world = await CallWorld.Begin();
        var eva = await world.World.Account("eva@example.cz");
        await world.World.Add(new Member(world.Customer.Id, eva, MemberRole.Colleague, world.World.Time.GetUtcNow()));
        var (first, evas) = (await world.Pin(), await world.Pin(eva));

        var second = await world.Pin();

        (await world.Prove(first)).IsDone.ShouldBe(first == second || first == evas);
        (await world.Prove(evas)).IsDone.ShouldBeTrue();
        (await world.Prove(second)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_withdrawn_pin_is_worthless()
    {
        await using var world = await CallWorld.Begin();
        var pin = await world.Pin();

        (await world.World.Send(new WithdrawSupportPin.Command(CallWorld.Number), world.Member)).IsDone.ShouldBeTrue();

        (await Read(world)).Pin.ShouldBeNull();
        (await world.Prove(pin)).IsDone.ShouldBeFalse();
        (await world.Events()).ShouldContain("SupportPinWithdrawn");
    }

    [Fact]
    public async Task The_same_form_sent_thirty_two_times_makes_one_pin()
    {
        await using var world = await CallWorld.Begin();
        var command = new MakeSupportPin.Command { Id = Guid.NewGuid(), CustomerNumber = CallWorld.Number };

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => world.World.Send(command, world.Member))));

        answers.ShouldAllBe(answer => answer.IsDone);
        (await world.World.Db(db => db.CallerCodes.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Tabs_that_make_pins_at_once_leave_one_that_is_valid()
    {
        await using var world = await CallWorld.Begin();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            world.World.Send(new MakeSupportPin.Command { Id = Guid.NewGuid(), CustomerNumber = CallWorld.Number }, world.Member))));

        var now = world.World.Time.GetUtcNow();
        (await world.World.Db(db => db.CallerCodes.CountAsync(code => code.ExpiresAt > now))).ShouldBe(1);
    }

    [Fact]
    public async Task A_stranger_makes_and_sees_none()
    {
        await using var world = await CallWorld.Begin();
        var stranger = await world.World.Account("cizi@example.cz");

        (await world.World.Send(new MakeSupportPin.Command { Id = Guid.NewGuid(), CustomerNumber = CallWorld.Number }, stranger)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.World.Send(new ReadSupportPin.Query(CallWorld.Number), stranger)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.World.Send(new WithdrawSupportPin.Command(CallWorld.Number), stranger)).Outcome.ShouldBe(Outcome.NotFound);
    }

    [Fact]
    public async Task Nobody_makes_pins_all_day()
    {
        await using var world = await CallWorld.Begin();
        for (var i = 0; i < 20; i++)
            await world.Pin();
        (await world.World.Send(new MakeSupportPin.Command { Id = Guid.NewGuid(), CustomerNumber = CallWorld.Number }, world.Member)).Outcome.ShouldBe(Outcome.Invalid);
    }

    [Theory]
    [InlineData("012345", "012345")]
    [InlineData(" 012 345 ", "012345")]
    [InlineData("012-345", "012345")]
    [InlineData("01234", null)]
    [InlineData("0123456", null)]
    [InlineData("01234a", null)]
    [InlineData("٠١٢٣٤٥", null)]
    [InlineData(null, null)]
    public void Digits_are_read_as_people_type_them(string? typed, string? read) => CallerDigits.Read(typed).ShouldBe(read);

    private static async Task<ReadSupportPin.Answer> Read(CallWorld world) => (await world.World.Send(new ReadSupportPin.Query(CallWorld.Number), world.Member)).Value;
}
