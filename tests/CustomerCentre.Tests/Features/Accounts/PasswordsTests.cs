using CustomerCentre.Features.Accounts;
using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Accounts;

public sealed class PasswordsTests
{
    // Identity's format 3: a mark, the algorithm (2 is HMAC-SHA512) and the rounds, four bytes each.
    private static (int Format, int Algorithm, int Rounds) Read(string hash)
    {
        var bytes = Convert.FromBase64String(hash);
        return (bytes[0], System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(1)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(5)));
    }

    [Fact]
    public void As_delivered_a_password_is_hashed_as_OWASP_asks_for_today()
    {
        new AccountsOptions().PasswordIterations.ShouldBeGreaterThanOrEqualTo(220_000);
        var hasher = new PasswordHasher<CustomerCentre.Data.Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = new AccountsOptions().PasswordIterations }));
        Read(new Passwords(hasher).Hash("modrý kolotoč v aleji")).ShouldBe((1, 2, new AccountsOptions().PasswordIterations));
    }

    [Fact]
    public async Task The_setting_decides_and_a_hash_with_fewer_rounds_is_due_for_a_new_one()
    {
        await using var cheap = new World();
        await using var dear = new World(settings: ("Accounts:PasswordIterations", "20"));
        var old = cheap.Services.GetRequiredService<Passwords>().Hash("modrý kolotoč v aleji");
        Read(old).Rounds.ShouldBe(10);
        dear.Services.GetRequiredService<Passwords>().Verify(old, "modrý kolotoč v aleji").ShouldBe(PasswordVerificationResult.SuccessRehashNeeded);
        cheap.Services.GetRequiredService<Passwords>().Verify(old, "modrý kolotoč v aleji").ShouldBe(PasswordVerificationResult.Success);
    }
}
