using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Accounts.OldPasswords;

public sealed class SameWorkTests
{
    private const string Wrong = "špatné heslo z kopce";

    [Theory]
    [InlineData("znama@example.cz", AccountWorld.Password)]
    [InlineData("znama@example.cz", Wrong)]
    [InlineData("nikdo@example.cz", Wrong)]
    [InlineData(AccountWorld.Email, OldWorld.Centre)]
    [InlineData(AccountWorld.Email, OldWorld.Shop)]
    [InlineData(AccountWorld.Email, Wrong)]
    [InlineData("jeden@example.cz", OldWorld.Sync)]
    [InlineData("jeden@example.cz", Wrong)]
    public async Task Every_sign_in_costs_one_hash_for_the_account_and_one_for_each_old_service(string email, string password)
    {
        await using var world = new AccountWorld();
        await world.Account("znama@example.cz");
        await world.TwoOld();
        await world.Old("mpohoda", OldWorld.Sync, isConfirmed: false, email: "jeden@example.cz");
        world.Hashes.Take();

        (await world.SignIn(email, password)).IsDone.ShouldBe(password != Wrong);

        world.Hashes.Take().ShouldBe(4);
    }

    [Theory]
    [InlineData("nikdo@example.cz")]
    [InlineData("bcrypt@example.cz")]
    [InlineData("argon@example.cz")]
    public async Task Hashes_that_are_strong_themselves_count_alike(string email)
    {
        var (hasher, digests) = (new CountingHasher(), new CountingDigests());
        await using var world = new World(
            services => services.AddSingleton<IPasswordHasher<Account>>(hasher).AddSingleton<IOldDigests>(digests),
            ("Operator:OldServices:0:Hash", "BCrypt"), ("Operator:OldServices:0:Parameters", "t=4"), ("Operator:OldServices:1:Hash", "Argon2Id"), ("Operator:OldServices:1:Parameters", "m=16"));
        var (hashes, salt) = (world.Services.GetRequiredService<OldHashes>(), "osm bajtu a vic"u8.ToArray());
        var parameters = OldHashParameters.TryParse("m=16")!;
        OldHash bcrypt = new(OldHashKind.BCrypt, new(), [], [.. digests.MakeBCrypt(4).Select(c => (byte)c)]);
        OldHash argon = new(OldHashKind.Argon2Id, parameters, salt, new OldDigests().Compute(OldHashKind.Argon2Id, parameters, salt, OldWorld.Shop));
        bcrypt.IsUsable.ShouldBeTrue();
        await world.Add(hashes.Keep(EmailAddress.Parse("bcrypt@example.cz"), "centre", true, null, bcrypt), hashes.Keep(EmailAddress.Parse("argon@example.cz"), "eshop", true, null, argon));
        world.Services.GetRequiredService<NobodysOldPasswords>();
        hasher.Take();
        digests.Strong = 0;

        (await world.Send(new SignIn.Command { Email = email, Password = Wrong })).IsDone.ShouldBeFalse();

        // The account and the one weak service by the current hash, the two others by their own.
        (hasher.Take(), digests.Strong).ShouldBe((2, 2));
    }

    private sealed class CountingDigests : IOldDigests
    {
        private readonly OldDigests real = new();

        public int Strong { get; set; }

        public byte[] Compute(OldHashKind kind, OldHashParameters parameters, byte[] salt, string password)
        {
            Strong += kind == OldHashKind.Argon2Id ? 1 : 0;
            return real.Compute(kind, parameters, salt, password);
        }

        public bool FitsBCrypt(string text, string password)
        {
            Strong++;
            return real.FitsBCrypt(text, password);
        }

        public string MakeBCrypt(int cost) => real.MakeBCrypt(cost);
    }
}
