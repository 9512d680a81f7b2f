using CustomerCentre.Domain.Customers;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Data;

public sealed class NameWordsTests
{
    [Fact]
    public async Task A_customer_is_found_by_the_words_of_its_name()
    {
        await using var world = new World();
        var customer = await world.KnownCompany();
        (await Words(world, customer)).ShouldBe(["ZNAMA"]);
    }

    [Fact]
    public async Task A_new_name_brings_its_words_and_takes_the_old_ones_away()
    {
        await using var world = new World();
        var customer = await world.KnownCompany();
        await world.Db(async db =>
        {
            var stored = await db.Customers.SingleAsync(c => c.Id == customer.Id);
            stored.Edit(stored.Details with { Name = "Známá a Nová s.r.o." }, RegisterCheck.None, world.Time.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        (await Words(world, customer)).ShouldBe(["A", "NOVA", "ZNAMA"]);

        await world.Db(async db =>
        {
            var stored = await db.Customers.SingleAsync(c => c.Id == customer.Id);
            stored.Edit(stored.Details with { Name = "Jiná" }, RegisterCheck.None, world.Time.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        (await Words(world, customer)).ShouldBe(["JINA"]);
    }

    [Fact]
    public async Task Customers_from_before_get_their_words_when_the_database_is_brought_up_to_date()
    {
        await using var world = new World();
        var customer = await world.KnownCompany();
        await world.Db(async db =>
        {
            await db.CustomerWords.ExecuteDeleteAsync();
            await db.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.NameKey, ""));
            await CustomerCentre.Data.DatabaseStart.Migrate(db, TestContext.Current.CancellationToken);
            return true;
        });
        (await Words(world, customer)).ShouldBe(["ZNAMA"]);
        (await world.Db(db => db.Customers.Select(c => c.NameKey).SingleAsync())).ShouldBe("ZNAMA SRO");
    }

    private static Task<List<string>> Words(World world, Customer customer) =>
        world.Db(db => db.CustomerWords.Where(word => word.CustomerId == customer.Id).Select(word => word.Word).Order().ToListAsync());
}
