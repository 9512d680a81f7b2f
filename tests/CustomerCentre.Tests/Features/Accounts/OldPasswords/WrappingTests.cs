using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Accounts.OldPasswords;

public sealed class WrappingTests
{
    private const string Password = "ranní mlha nad řekou";

    [Fact]
    public async Task Everything_weak_is_wrapped_and_still_fits_and_what_is_strong_stays()
    {
        await using var world = Make();
        await world.Add([.. Enumerable.Range(0, 7).Select(at => Row(world, at))]);
        var argon = Row(world, 8, OldHashKind.Argon2Id);
        await world.Add(argon);

        (await Pass(world)).ShouldBe(7);

        var (rows, hashes) = (await Rows(world), world.Services.GetRequiredService<OldHashes>());
        rows.Count(row => row.State == OldHashState.Wrapped).ShouldBe(7);
        rows.ShouldAllBe(row => hashes.Fits(row, Password) && !hashes.Fits(row, "jiné"));
        rows.Single(row => row.Kind == OldHashKind.Argon2Id).StoredHash.ShouldBe(argon.StoredHash);
        (await Pass(world)).ShouldBe(0);
    }

    [Fact]
    public async Task A_pass_that_dies_loses_its_batch_only_and_the_next_one_goes_on()
    {
        var hasher = new Hook();
        await using var world = Make(hasher);
        await world.Add([.. Enumerable.Range(0, 7).Select(at => Row(world, at))]);
        var made = 0;
        hasher.Before = () => Interlocked.Increment(ref made) == 6 ? throw new InvalidOperationException("The process dies.") : Task.CompletedTask;

        await Should.ThrowAsync<InvalidOperationException>(() => Pass(world));
        (await Rows(world)).Count(row => row.State == OldHashState.Wrapped).ShouldBe(4);
        hasher.Before = null;

        (await Pass(world)).ShouldBe(3);
        (await Rows(world)).ShouldAllBe(row => row.State == OldHashState.Wrapped);
    }

    [Fact]
    public async Task A_row_that_changed_meanwhile_is_left_alone_and_one_that_went_stays_gone()
    {
        var hasher = new Hook();
        await using var world = Make(hasher);
        await world.Add(Row(world, 0), Row(world, 1));
        var newer = Row(world, 0, password: "novější heslo");
        hasher.Before = async () =>
        {
            hasher.Before = null;
            await world.Db(db => db.OldPasswords.Where(old => old.NormalizedEmail == newer.NormalizedEmail)
                .ExecuteUpdateAsync(set => set.SetProperty(old => old.StoredHash, newer.StoredHash)));
            await world.Db(db => db.OldPasswords.Where(old => old.NormalizedEmail != newer.NormalizedEmail).ExecuteDeleteAsync());
        };

        (await Pass(world)).ShouldBe(1);

        var row = (await Rows(world)).Single();
        row.State.ShouldBe(OldHashState.Wrapped);
        world.Services.GetRequiredService<OldHashes>().Fits(row, "novější heslo").ShouldBeTrue();
    }

    [Fact]
    public async Task Two_processes_at_once_wrap_each_hash_once()
    {
        await using var world = Make();
        await world.Add([.. Enumerable.Range(0, 12).Select(at => Row(world, at))]);
        (await Task.WhenAll(Task.Run(() => Pass(world)), Task.Run(() => Pass(world)))).Sum().ShouldBe(12);
        var (rows, hashes) = (await Rows(world), world.Services.GetRequiredService<OldHashes>());
        rows.ShouldAllBe(row => hashes.Fits(row, Password));
    }

    [Fact]
    public async Task Hashes_that_the_key_does_not_fit_stop_no_others_and_are_told()
    {
        await using var world = Make();
        await world.Add([.. Enumerable.Range(0, 9).Select(at => Row(world, at))]);
        await world.Db(db => db.OldPasswords.Where(old => old.NormalizedEmail.CompareTo("P4") < 0)
            .ExecuteUpdateAsync(set => set.SetProperty(old => old.StoredHash, Convert.ToBase64String(new byte[60]))));

        (await Pass(world)).ShouldBe(5);

        world.Services.GetRequiredService<WrappingProgress>().Unreadable.ShouldBe(4);
        (await Rows(world)).Count(row => row.State == OldHashState.Encrypted).ShouldBe(4);
    }

    private static World Make(Hook? hasher = null) => new(
        services =>
        {
            if (hasher is not null)
                services.AddSingleton<IPasswordHasher<Account>>(hasher);
        },
        ("OldPasswords:Wrapping:BatchSize", "2"), ("OldPasswords:Wrapping:AtOnce", "1"), ("OldPasswords:Wrapping:PauseMilliseconds", "0"));

    private static OldPassword Row(World world, int at, OldHashKind kind = OldHashKind.SaltedSha1, string password = Password)
    {
        var (parameters, salt) = (OldHashParameters.TryParse("m=16")!, "osm bajtu a vic"u8.ToArray());
        var hash = new OldHash(kind, parameters, salt, new OldDigests().Compute(kind, parameters, salt, password));
        return world.Services.GetRequiredService<OldHashes>().Keep(EmailAddress.Parse($"p{at}@example.cz"), at % 2 == 0 ? "eshop" : "centre", true, null, hash);
    }

    private static Task<int> Pass(World world) => world.Services.GetRequiredService<Wrapping>().Pass(TestContext.Current.CancellationToken);

    private static Task<List<OldPassword>> Rows(World world) => world.Db(db => db.OldPasswords.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken));

    /// <summary>A cheap hasher that lets something happen while a hash is being made.</summary>
    private sealed class Hook : IPasswordHasher<Account>
    {
        private readonly PasswordHasher<Account> real = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 10 }));

        public Func<Task>? Before { get; set; }

        public string HashPassword(Account user, string password)
        {
            if (Before is { } before)
                Task.Run(before).GetAwaiter().GetResult();
            return real.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) => real.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
