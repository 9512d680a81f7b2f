using CustomerCentre.Data.PartnerStatus;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Data.PartnerStatus;

public sealed class CheckLogTests
{
    [Fact]
    public async Task Many_at_a_moment_are_all_written_before_they_are_answered()
    {
        await using var world = new World();
        var (partner, customer) = (await world.AskingPartner(), await world.Holder());

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => world.Ask(partner, (Asker.Number, Asker.Register))));

        var checks = await world.Checks();
        checks.Count.ShouldBe(200);
        checks.ShouldAllBe(check => check.CustomerId == customer.Id);
    }

    [Fact]
    public async Task One_that_cannot_be_written_fails_alone()
    {
        await using var world = new World();
        var (partner, customer) = (await world.AskingPartner(), await world.Holder());
        var log = world.Services.GetRequiredService<CheckLog>();
        Task Write(Guid customerId) => log.Write([new StatusAsking(partner, null, CheckChannel.Api, CheckPurpose.Order).CheckOf(customerId, world.Time.GetUtcNow())]);

        var tasks = Enumerable.Range(0, 20).Select(n => Write(n == 7 ? Guid.NewGuid() : customer.Id)).ToList();

        await Should.ThrowAsync<Exception>(() => tasks[7]);
        await Task.WhenAll(tasks.Where((_, n) => n != 7));
        (await world.Checks()).Count.ShouldBe(19);
    }
}
