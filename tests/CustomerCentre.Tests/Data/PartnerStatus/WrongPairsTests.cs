using CustomerCentre.Domain.Accounts;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Data.PartnerStatus;

public sealed class WrongPairsTests
{
    [Fact]
    public async Task A_thousand_wrong_pairs_are_limited_and_reported_once_a_day()
    {
        await using var world = new World();
        var (partner, other) = (await world.AskingPartner(), await world.AskingPartner("P2"));
        await world.Holder();
        var administrator = await world.Account("spravce@example.cz");
        await world.Add(new StaffMember(administrator, OperatorRole.Administrator, world.Time.GetUtcNow()));
        await world.IdleAdministrator();

        for (var batch = 0; batch < 10; batch++)
            await world.Ask(partner, [.. Enumerable.Range(0, 100).Select(n => ($"88{batch:000}{n:000}", Asker.Register))]);

        var limited = await world.Ask(partner, (Asker.Number, Asker.Register));
        limited.Answer.ShouldBeNull();
        limited.ClosedUntil.ShouldBe(world.Time.GetUtcNow().AddDays(1));
        (await world.Ask(other, (Asker.Number, Asker.Register))).Answer.ShouldNotBeNull();
        (await world.Db(db => db.Outbox.SingleAsync())).To.Value.ShouldBe("spravce@example.cz");
        (await world.Db(db => db.Audit.CountAsync(entry => entry.Event == "PartnerChecksLimited" && entry.SubjectId == partner))).ShouldBe(1);

        world.Time.Advance(TimeSpan.FromDays(1));
        (await world.Ask(partner, (Asker.Number, Asker.Register))).Answer.ShouldNotBeNull();
    }

    [Fact]
    public async Task One_number_is_not_tried_over_and_over_and_others_are_not_harmed()
    {
        await using var world = new World();
        var (partner, other) = (await world.AskingPartner(), await world.AskingPartner("P2"));
        await world.Holder();
        await world.Holder("5678", "45274649");

        for (var guess = 0; guess < 21; guess++)
            await world.Ask(partner, (Asker.Number, $"{guess}"));

        (await world.Ask(partner, (Asker.Number, Asker.Register))).Answer.ShouldBeNull();
        (await world.Ask(partner, ("5678", "45274649"))).Answer.ShouldNotBeNull();
        (await world.Ask(other, (Asker.Number, Asker.Register))).Answer.ShouldNotBeNull();
    }
}
