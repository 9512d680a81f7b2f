using CustomerCentre.Data;
using CustomerCentre.Data.Retention;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Data.Retention;

/// <summary>What the nightly job leaves and takes.</summary>
internal static class Nights
{
    public static async Task Tidy(this World world)
    {
        await using var scope = world.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Tidying>().Run(TestContext.Current.CancellationToken);
    }

    /// <summary>A day before its time it is there after the night, a day after it is not.</summary>
    public static async Task StaysUntil<T>(this World world, int days, Func<CustomerCentreDb, IQueryable<T>> rows, int alreadyPassed = 0, TimeSpan? margin = null)
    {
        var aDay = margin ?? TimeSpan.FromDays(1);
        world.Time.Advance(TimeSpan.FromDays(days - alreadyPassed) - aDay);
        await world.Tidy();
        (await world.Db(db => rows(db).CountAsync(TestContext.Current.CancellationToken))).ShouldBe(1);

        world.Time.Advance(2 * aDay);
        await world.Tidy();
        (await world.Db(db => rows(db).CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
    }
}
