using System.Security.Cryptography;
using System.Text;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts.OldPasswords;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Accounts.OldPasswords;

public sealed class OldHashesTests
{
    private const string Password = "příliš žluťoučký kůň";
    private static readonly EmailAddress Jana = EmailAddress.Parse("jana@example.cz");

    [Theory]
    [InlineData(OldHashKind.Md5)]
    [InlineData(OldHashKind.SaltedSha1)]
    [InlineData(OldHashKind.SaltedSha256)]
    [InlineData(OldHashKind.Pbkdf2Sha1)]
    [InlineData(OldHashKind.Pbkdf2Sha256)]
    [InlineData(OldHashKind.Pbkdf2Sha512)]
    public async Task A_weak_hash_never_rests_bare_and_fits_before_and_after_it_is_wrapped(OldHashKind kind)
    {
        await using var world = new AccountWorld();
        var (hashes, hash) = (Hashes(world), Hash(kind));
        var row = hashes.Keep(Jana, "eshop", true, null, hash);
        row.State.ShouldBe(OldHashState.Encrypted);
        Contains(row, hash.Digest).ShouldBeFalse();
        (hashes.Fits(row, Password), hashes.Fits(row, "jiné heslo")).ShouldBe((true, false));

        hashes.Wrap(row);

        row.State.ShouldBe(OldHashState.Wrapped);
        (hashes.Fits(row, Password), hashes.Fits(row, "jiné heslo")).ShouldBe((true, false));
    }

    [Fact]
    public async Task Argon2id_stays_as_it_came()
    {
        await using var world = new AccountWorld();
        var hashes = Hashes(world);
        var row = hashes.Keep(Jana, "eshop", true, null, Hash(OldHashKind.Argon2Id));
        hashes.Wrap(row);
        row.State.ShouldBe(OldHashState.AsItCame);
        (hashes.Fits(row, Password), hashes.Fits(row, "jiné heslo")).ShouldBe((true, false));
    }

    [Fact]
    public async Task A_composed_and_a_decomposed_accent_are_one_password()
    {
        await using var world = new AccountWorld();
        var hashes = Hashes(world);
        hashes.Fits(hashes.Keep(Jana, "eshop", true, null, Hash(OldHashKind.SaltedSha1)), Password.Normalize(NormalizationForm.FormD)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_encrypted_hash_moved_to_another_row_opens_nothing()
    {
        await using var world = new AccountWorld();
        var hashes = Hashes(world);
        var mine = hashes.Keep(EmailAddress.Parse("utocnik@example.cz"), "eshop", true, null, Hash(OldHashKind.Md5));
        var stolen = hashes.Keep(Jana, "eshop", true, null, Hash(OldHashKind.Md5));
        stolen.Rest(OldHashState.Encrypted, mine.StoredHash);
        Should.Throw<CryptographicException>(() => hashes.Fits(stolen, Password));
        Should.Throw<CryptographicException>(() => hashes.Wrap(stolen));
    }

    [Fact]
    public async Task Without_a_key_no_weak_hash_is_taken_in()
    {
        await using var world = new Running.World(null, ("OldPasswords:Key", ""));
        Should.Throw<StartRefusedException>(() => world.Services.GetRequiredService<OldHashes>().Keep(Jana, "eshop", true, null, Hash(OldHashKind.Md5)))
            .Message.ShouldContain("OldPasswords:Key");
    }

    [Theory]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base 64")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        await using var world = new Running.World(null, ("OldPasswords:Key", key));
        Should.Throw<StartRefusedException>(() => world.Services.GetRequiredService<OldPasswordKey>().Require());
    }

    [Theory]
    [InlineData(OldHashKind.Md5, 20, false)]
    [InlineData(OldHashKind.SaltedSha1, 20, true)]
    [InlineData(OldHashKind.Pbkdf2Sha256, 8, false)]
    [InlineData(OldHashKind.BCrypt, 60, false)]
    public void A_digest_of_the_wrong_shape_is_not_usable(OldHashKind kind, int length, bool isUsable) =>
        new OldHash(kind, new(), new byte[16], new byte[length]).IsUsable.ShouldBe(isUsable);

    private static OldHashes Hashes(AccountWorld world) => world.World.Services.GetRequiredService<OldHashes>();

    private static OldHash Hash(OldHashKind kind)
    {
        var (parameters, salt) = (OldHashParameters.TryParse("t=2")!, "sul sul sul"u8.ToArray());
        return new(kind, parameters, salt, new OldDigests().Compute(kind, parameters, salt, Password));
    }

    private static bool Contains(OldPassword row, byte[] digest) =>
        row.StoredHash.Contains(Convert.ToBase64String(digest), StringComparison.Ordinal) || Convert.FromBase64String(row.StoredHash).AsSpan().IndexOf(digest) >= 0;
}
