using CustomerCentre.Domain.SingleSignOn;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;

namespace CustomerCentre.Tests.Data.Retention;

public sealed class ServiceTidyingTests : IAsyncDisposable
{
    private readonly World world = new();

    private DateTimeOffset Now => world.Time.GetUtcNow();

    [Fact]
    public async Task A_visit_to_a_service_goes_half_a_year_after_the_person_last_came()
    {
        await world.Add(new ServiceVisit(await world.Account(), Guid.CreateVersion7(), "eshop", Now));
        await world.StaysUntil(180, db => db.ServiceVisits);
    }

    [Fact]
    public async Task A_token_goes_a_week_after_it_ran_out()
    {
        await world.Add(new OpenIddictEntityFrameworkCoreToken<Guid> { Id = Guid.CreateVersion7(), ExpirationDate = Now.UtcDateTime, Status = "redeemed" });
        await world.StaysUntil(7, db => db.Set<OpenIddictEntityFrameworkCoreToken<Guid>>());
    }

    [Theory]
    [InlineData("ad-hoc", "valid")]
    [InlineData("permanent", "revoked")]
    public async Task A_sign_in_to_a_service_goes_a_week_later_and_so_does_a_consent_taken_back(string type, string status)
    {
        await world.Add(new OpenIddictEntityFrameworkCoreAuthorization<Guid> { Id = Guid.CreateVersion7(), CreationDate = Now.UtcDateTime, Type = type, Status = status });
        await world.StaysUntil(7, db => db.Set<OpenIddictEntityFrameworkCoreAuthorization<Guid>>());
    }

    [Fact]
    public async Task A_consent_that_stands_stays_and_a_sign_in_as_long_as_its_tokens()
    {
        var signIn = new OpenIddictEntityFrameworkCoreAuthorization<Guid> { Id = Guid.CreateVersion7(), CreationDate = Now.UtcDateTime, Type = "ad-hoc", Status = "valid" };
        var consent = new OpenIddictEntityFrameworkCoreAuthorization<Guid> { Id = Guid.CreateVersion7(), CreationDate = Now.UtcDateTime, Type = "permanent", Status = "valid" };
        await world.Add(signIn, consent, new OpenIddictEntityFrameworkCoreToken<Guid> { Id = Guid.CreateVersion7(), Authorization = signIn, ExpirationDate = Now.UtcDateTime.AddDays(14), Status = "valid" });
        await world.StaysUntil(21, db => db.Set<OpenIddictEntityFrameworkCoreAuthorization<Guid>>().Where(given => given.Type == "ad-hoc"));
        (await world.Db(db => db.Set<OpenIddictEntityFrameworkCoreAuthorization<Guid>>().SingleAsync(TestContext.Current.CancellationToken))).Type.ShouldBe("permanent");
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
