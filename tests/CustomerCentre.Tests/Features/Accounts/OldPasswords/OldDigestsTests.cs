using System.Text;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts.OldPasswords;

namespace CustomerCentre.Tests.Features.Accounts.OldPasswords;

/// <summary>Each kind against what another program computed: Python's hashlib, glibc's crypt, the reference implementation of Argon2.</summary>
public sealed class OldDigestsTests
{
    private const string Password = "modrý kolotoč";

    [Theory]
    [InlineData(OldHashKind.SaltedSha1, "", "sul", "6158b2c6069e124027571d0d96563f5c257b5b98")]
    [InlineData(OldHashKind.SaltedSha1, "text=utf-16", "sul", "bd5d7d7283d34a0c6863b250fa0a3c7a24e1a543")]
    [InlineData(OldHashKind.SaltedSha256, "salt=after", "sul", "c7ed56d6ab173f97d6d58971384fa65040c9846e15c20e121348bf51ce89772b")]
    [InlineData(OldHashKind.Md5, "", "", "44e8dbb5b6ea6e52e7127a3f3fd4ba8e")]
    [InlineData(OldHashKind.Pbkdf2Sha1, "t=1000,l=20", "somesaltsomesalt", "ce01666f55eb54888cc69ec656524fed0c79534c")]
    [InlineData(OldHashKind.Pbkdf2Sha256, "t=1000", "somesaltsomesalt", "07c293a3e9934974211d4405b28693c5390e1061f0c197a5578ac14211417c20")]
    [InlineData(OldHashKind.Pbkdf2Sha512, "t=1000,l=64", "somesaltsomesalt",
        "7b0080a8cbfab7b10f117ad1deff327b5ec3bc3abbb07ce19657e818d4299da1b20ae2ac285c599fb229ab9148fc60a72abd4211638d258acdab9e16f148f189")]
    public void A_digest_is_what_the_old_service_computed(OldHashKind kind, string parameters, string salt, string expected) =>
        Convert.ToHexStringLower(new OldDigests().Compute(kind, OldHashParameters.TryParse(parameters)!, Encoding.UTF8.GetBytes(salt), Password)).ShouldBe(expected);

    [Fact]
    public void Argon2id_is_the_one_of_its_reference() =>
        Convert.ToHexStringLower(new OldDigests().Compute(OldHashKind.Argon2Id, OldHashParameters.TryParse("t=2,m=256")!, "somesalt"u8.ToArray(), "password"))
            .ShouldBe("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");

    [Fact]
    public void Bcrypt_is_read_from_its_own_text()
    {
        const string text = "$2b$04$abcdefghijklmnopqrstuuooTzynLm1.yqJAA10puKi6VY/0MoXbi";
        new OldDigests().FitsBCrypt(text, Password).ShouldBeTrue();
        new OldDigests().FitsBCrypt(text, "jiné heslo").ShouldBeFalse();
    }
}
