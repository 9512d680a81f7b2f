using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Data.Retention;

public sealed class OldPasswordTidyingTests : IAsyncDisposable
{
    private readonly World world = new(null, ("Retention:BatchSize", "3"));

    [Fact]
    public async Task They_go_twenty_four_months_after_their_import_even_if_nobody_set_a_day()
    {
        await Add(0, 4);
        world.Time.Advance(TimeSpan.FromDays(300));
        await Add(4, 2);
        world.Time.Advance(TimeSpan.FromDays(429));
        await world.Tidy();
        (await Left()).ShouldBe(6);

        world.Time.Advance(TimeSpan.FromDays(2));
        await world.Tidy();
        (await Left()).ShouldBe(2);
    }

    [Fact]
    public async Task All_of_them_go_on_the_day_that_was_set_and_not_before()
    {
        await Add(0, 7);
        await world.Add(new OldPasswordsEnd(new(2026, 12, 1), world.Time.GetUtcNow()));
        world.Time.SetUtcNow(new(2026, 11, 30, 22, 59, 0, TimeSpan.Zero));
        await world.Tidy();
        (await Left()).ShouldBe(7);

        world.Time.SetUtcNow(new(2026, 11, 30, 23, 1, 0, TimeSpan.Zero));
        await world.Tidy();
        (await Left()).ShouldBe(0);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    // Each e-mail in two services, so that a batch ends between them.
    private Task Add(int from, int count)
    {
        var hashes = world.Services.GetRequiredService<OldHashes>();
        var hash = new OldHash(OldHashKind.Md5, new(), [], new byte[16]);
        return world.Add([.. Enumerable.Range(from, count).Select(at => hashes.Keep(EmailAddress.Parse($"p{at / 2}@example.cz"), at % 2 == 0 ? "eshop" : "centre", true, null, hash))]);
    }

    private Task<int> Left() => world.Db(db => db.OldPasswords.CountAsync(TestContext.Current.CancellationToken));
}
