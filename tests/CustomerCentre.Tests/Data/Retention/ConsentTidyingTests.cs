using CustomerCentre.Data.Retention;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Data.Retention;

public sealed class ConsentTidyingTests : IAsyncDisposable
{
    private readonly World world = new();

    [Fact]
    public async Task A_proof_of_consent_goes_three_years_after_the_choice()
    {
        await world.Add(new Consent(Guid.NewGuid(), Guid.NewGuid(), CookieGroups.Statistics, "1", world.Time.GetUtcNow(), await world.Account()));
        world.Time.Advance(TimeSpan.FromDays(1095));
        (await AfterTheNight()).ShouldBe(1);
        world.Time.Advance(TimeSpan.FromDays(1));
        (await AfterTheNight()).ShouldBe(0);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<int> AfterTheNight()
    {
        await using var scope = world.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Tidying>().Run(TestContext.Current.CancellationToken);
        return await world.Db(db => db.Consents.CountAsync(TestContext.Current.CancellationToken));
    }
}
