using CustomerCentre.Data;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Data;

public sealed class FailuresTests
{
    private static readonly FailureLimit Limit = new("Test", PerAccount: 9, PerAddress: 2, PerTarget: 9, TimeSpan.FromDays(1));

    [Theory]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:1:ffff::2", false)]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:2::1", true)]
    [InlineData("192.0.2.1", "192.0.2.1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", true)]
    [InlineData("", "", true)]
    public async Task Failures_of_one_network_are_counted_together(string failed, string next, bool mayTry)
    {
        await using var world = new World();
        for (var i = 0; i < 2; i++)
            await As(world, failed, async failures => { await failures.Count(Limit, $"target {i}", TestContext.Current.CancellationToken); return true; });

        (await As(world, next, failures => failures.MayTry(Limit, TestContext.Current.CancellationToken))).ShouldBe(mayTry);
    }

    private static async Task<bool> As(World world, string address, Func<Failures, Task<bool>> use)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var user = scope.ServiceProvider.GetRequiredService<CurrentUser>();
        user.Address = address;
        user.SignIn(Guid.CreateVersion7(), Guid.Empty, []);
        return await use(scope.ServiceProvider.GetRequiredService<Failures>());
    }
}
