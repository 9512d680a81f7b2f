using CustomerCentre.Data.Retention;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CustomerCentre.Tests.Data.Retention;

public sealed class NightlyJobTests
{
    [Theory]
    [InlineData("2026-11-10T11:00Z", "2026-11-11T02:00Z")]
    [InlineData("2026-11-10T01:59Z", "2026-11-10T02:00Z")]
    [InlineData("2026-11-10T02:00Z", "2026-11-11T02:00Z")]
    [InlineData("2026-07-10T11:00Z", "2026-07-11T01:00Z")]
    [InlineData("2026-03-28T12:00Z", "2026-03-29T01:00Z")]
    [InlineData("2026-10-24T12:00Z", "2026-10-25T02:00Z")]
    public void The_night_is_at_three_in_Prague_in_winter_and_in_summer(string now, string expected) =>
        NightlyJob.NextAfter(Moment(now)).ShouldBe(Moment(expected));

    [Fact]
    public async Task It_tidies_at_the_start_and_again_each_night()
    {
        await using var world = new World();
        var job = world.Services.GetServices<IHostedService>().OfType<NightlyJob>().Single();
        await world.Add(Link(world, -8));
        await job.StartAsync(Token);
        await Gone(world, TimeSpan.Zero);

        await world.Add(Link(world, -6.5));
        await Gone(world, TimeSpan.FromHours(1));
        await job.StopAsync(Token);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static MailedLink Link(World world, double days) => MailedLink.Create(LinkPurpose.ResetPassword, Guid.CreateVersion7(), world.Time.GetUtcNow().AddDays(days)).Link;

    /// <summary>Waits until the link is gone, the portal's clock moving on by a step at each look.</summary>
    private static async Task Gone(World world, TimeSpan step)
    {
        for (var look = 0; await world.Db(db => db.MailedLinks.AnyAsync(Token)); look++)
        {
            look.ShouldBeLessThan(200);
            world.Time.Advance(step);
            await Task.Delay(50, Token);
        }
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
