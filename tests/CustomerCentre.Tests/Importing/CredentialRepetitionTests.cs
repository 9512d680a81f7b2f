using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Importing;

public sealed class CredentialRepetitionTests : IAsyncDisposable
{
    private const string Header = "Email;Service;EmailConfirmed;ChangedAt;Algorithm;Parameters;SaltFormat;Salt;Hash\n";
    private const string Older = "heslo první";
    private const string Newer = "heslo druhé";

    private readonly ImportFolder folder = new(("OldPasswords:Wrapping:PauseMilliseconds", "0"));

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var text = Header + Line("2024-01-01", Older) + Line("2024-01-01", Newer, service: "centre") + Line("", Older, service: "mpohoda");
        (await Import(text)).Added.ShouldBe(3);
        var before = await Rows();
        folder.World.Time.Advance(TimeSpan.FromDays(1));

        var again = await Import(text);

        (again.Added, again.Changed, again.Unchanged).ShouldBe((0, 0, 3));
        (await Rows()).ConvertAll(row => (row.Service, row.StoredHash, row.ImportedAt)).ShouldBe(before.ConvertAll(row => (row.Service, row.StoredHash, row.ImportedAt)));
    }

    [Theory]
    [InlineData("2024-01-01", "2024-01-02", true)]
    [InlineData("2024-01-02", "2024-01-01", false)]
    [InlineData("2024-01-01", "2024-01-01", false)]
    [InlineData("", "2024-01-01", true)]
    [InlineData("2024-01-01", "", false)]
    [InlineData("2024-01-01T10:00:00Z", "2024-01-01T10:00:01+01:00", false)]
    public async Task The_newest_password_counts_and_an_older_never_comes_back(string first, string second, bool isReplaced)
    {
        await Import(Header + Line(first, Older));
        var imported = folder.World.Time.GetUtcNow();
        folder.World.Time.Advance(TimeSpan.FromDays(1));

        var summary = await Import(Header + Line(second, Newer));

        summary.Changed.ShouldBe(isReplaced ? 1 : 0);
        await ShouldFit(isReplaced ? Newer : Older);
        (await Rows()).Single().ImportedAt.ShouldBe(imported);
    }

    [Fact]
    public async Task Of_several_lines_in_one_file_the_newest_counts()
    {
        (await Import(Header + Line("2024-01-01", "úplně první") + Line("2024-03-01", Newer) + Line("2024-02-01", Older, email: "JANA@example.cz"))).Added.ShouldBe(1);
        await ShouldFit(Newer);
    }

    [Fact]
    public async Task A_corrected_confirmation_is_taken_over_and_the_wrapped_hash_stays()
    {
        await Import(Header + Line("2024-01-01", Older));
        await folder.World.Services.GetRequiredService<Wrapping>().Pass(TestContext.Current.CancellationToken);
        var wrapped = (await Rows()).Single().StoredHash;

        (await Import(Header + Line("2024-01-01", Older, confirmed: "No"))).Changed.ShouldBe(1);

        var row = (await Rows()).Single();
        (row.EmailConfirmed, row.State, row.StoredHash).ShouldBe((false, OldHashState.Wrapped, wrapped));
    }

    [Fact]
    public async Task An_account_with_a_password_gets_no_old_one()
    {
        await folder.World.Account();
        await folder.World.Db(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, "živé"), TestContext.Current.CancellationToken));
        (await Import(Header + Line("2024-01-01", Older))).Unchanged.ShouldBe(1);
        (await Rows()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_migrated_account_gets_none_back_even_when_its_email_is_another_now()
    {
        var account = await folder.World.Account("nova@example.cz");
        await folder.World.Add(new JoinedService("JANA@EXAMPLE.CZ", "eshop", account, folder.World.Time.GetUtcNow()));
        (await Import(Header + Line("2024-01-01", Older) + Line("2026-01-01", Older, service: "centre"))).Unchanged.ShouldBe(2);
        (await Rows()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_member_without_a_password_gets_an_old_one()
    {
        await folder.World.Account();
        (await Import(Header + Line("2024-01-01", Older))).Added.ShouldBe(1);
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    private static string Line(string changedAt, string password, string service = "eshop", string email = "jana@example.cz", string confirmed = "Yes")
    {
        var digest = new OldDigests().Compute(OldHashKind.SaltedSha256, new(), "sul"u8.ToArray(), password);
        return $"{email};{service};{confirmed};{changedAt};SaltedSha256;;Text;sul;{Convert.ToHexString(digest)}\n";
    }

    private async Task<FileSummary> Import(string text) => (await folder.Import(text)).Single();

    private Task<List<OldPassword>> Rows() => folder.World.Db(db => db.OldPasswords.AsNoTracking().OrderBy(old => old.Service).ToListAsync(TestContext.Current.CancellationToken));

    private async Task ShouldFit(string password)
    {
        var (hashes, row) = (folder.World.Services.GetRequiredService<OldHashes>(), (await Rows()).Single());
        ((string[])[Older, Newer]).Single(one => hashes.Fits(row, one)).ShouldBe(password);
    }
}
