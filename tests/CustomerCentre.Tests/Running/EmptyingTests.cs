using CustomerCentre.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Running;

public sealed class EmptyingTests
{
    [Fact]
    public async Task Every_table_can_be_emptied_whatever_points_to_what()
    {
        await using var world = new World();
        var account = await world.Account();
        await world.Add(new StaffMember(account, OperatorRole.Agent, world.Time.GetUtcNow()), new Session(account, "192.0.2.1", "Browser", world.Time.GetUtcNow()));

        var sessions = await world.Db(async db =>
        {
            Emptying.Empty(db);
            (await db.Users.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
            return await db.Sessions.CountAsync(TestContext.Current.CancellationToken);
        });
        sessions.ShouldBe(0);
    }
}
