using System.Security.Cryptography;
using System.Text;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

#pragma warning disable CA5350 // What old systems made is what the import must read.

namespace CustomerCentre.Tests.Importing;

public sealed class CredentialTests
{
    private const string Header = "Email;Service;EmailConfirmed;ChangedAt;Algorithm;Parameters;SaltFormat;Salt;Hash\n";
    private const string Password = "modrý kolotoč";
    private const string Md5 = "44e8dbb5b6ea6e52e7127a3f3fd4ba8e";

    /// <summary>What other programs made of the password: Python's hashlib, glibc's crypt. Between is what a file says of it.</summary>
    public static TheoryData<string, OldHashKind> Hashes => new()
    {
        { "SaltedSha1;;Text;sul;6158b2c6069e124027571d0d96563f5c257b5b98", OldHashKind.SaltedSha1 },
        { "SaltedSha1;text=utf-16;Hex;73756c;BD5D7D7283D34A0C6863B250FA0A3C7A24E1A543", OldHashKind.SaltedSha1 },
        { "saltedsha256;salt=after;Base64;c3Vs;x+1W1qsXP5fW1YlxOE+mUEDJhG4Vwg4SE0i/Uc6Jdys=", OldHashKind.SaltedSha256 },
        { "Md5;;;;" + Md5, OldHashKind.Md5 },
        { "Pbkdf2Sha1;t=1000;Text;somesaltsomesalt;ce01666f55eb54888cc69ec656524fed0c79534c", OldHashKind.Pbkdf2Sha1 },
        { "Pbkdf2Sha256;t=1000;Text;somesaltsomesalt;07c293a3e9934974211d4405b28693c5390e1061f0c197a5578ac14211417c20", OldHashKind.Pbkdf2Sha256 },
        {
            "Pbkdf2Sha512;t=1000;Text;somesaltsomesalt;7b0080a8cbfab7b10f117ad1deff327b5ec3bc3abbb07ce19657e818d4299da1b20ae2ac285c599fb229ab9148fc60a72abd4211638d258acdab9e16f148f189",
            OldHashKind.Pbkdf2Sha512
        },
        { ";;;;$pbkdf2-sha256$1000$c29tZXNhbHRzb21lc2FsdA$B8KTo.mTSXQhHUQFsoaTxTkOEGHwwZelV4rBQhFBfCA", OldHashKind.Pbkdf2Sha256 },
        { ";;;;$pbkdf2-sha256$i=1000,l=32$c29tZXNhbHRzb21lc2FsdA$B8KTo+mTSXQhHUQFsoaTxTkOEGHwwZelV4rBQhFBfCA", OldHashKind.Pbkdf2Sha256 },
        { "BCrypt;;;;$2b$04$abcdefghijklmnopqrstuuooTzynLm1.yqJAA10puKi6VY/0MoXbi", OldHashKind.BCrypt },
        { $";;;;{Ldap("sul")}", OldHashKind.SaltedSha1 },
        { $";;;;{Argon()}", OldHashKind.Argon2Id },
    };

    /// <summary>A line, the column at fault and the beginning of the reason.</summary>
    public static TheoryData<string, string, string> BadLines => new()
    {
        { $";eshop;Yes;;Md5;;;;{Md5}", "Email", "Hodnota chybí" },
        { $"jana;eshop;Yes;;Md5;;;;{Md5}", "Email", "To není e-mailová adresa" },
        { $"jana@example.cz;jinde;Yes;;Md5;;;;{Md5}", "Service", "Tuto službu nastavení neznají" },
        { $"jana@example.cz;eshop;asi;;Md5;;;;{Md5}", "EmailConfirmed", "Pište Yes, nebo No" },
        { $"jana@example.cz;eshop;Yes;loni;Md5;;;;{Md5}", "ChangedAt", "To není čas" },
        { $"jana@example.cz;eshop;Yes;2027-01-01;Md5;;;;{Md5}", "ChangedAt", "Čas leží v budoucnosti" },
        { $"jana@example.cz;eshop;Yes;;Rot13;;;;{Md5}", "Algorithm", "" },
        { $"jana@example.cz;eshop;Yes;;;;;;{Md5}", "Algorithm", "Chybí algoritmus" },
        { $"jana@example.cz;eshop;Yes;;Md5;rounds=3;;;{Md5}", "Parameters", "Parametrům nerozumíme" },
        { $"jana@example.cz;eshop;Yes;;Pbkdf2Sha256;;Hex;00ff;{Md5}", "Parameters", "Chybí počet opakování" },
        { $"jana@example.cz;eshop;Yes;;Pbkdf2Sha256;t=900000000;Hex;00ff;{Md5}", "Parameters", "Parametrům nerozumíme" },
        { $"jana@example.cz;eshop;Yes;;SaltedSha1;;;;6158b2c6069e124027571d0d96563f5c257b5b98", "Salt", "Hodnota chybí" },
        { $"jana@example.cz;eshop;Yes;;Md5;;;abcd;{Md5}", "SaltFormat", "Napište, jak je sůl zapsána" },
        { $"jana@example.cz;eshop;Yes;;Md5;;Hex;xyz;{Md5}", "Salt", "Sůl není zapsána" },
        { "jana@example.cz;eshop;Yes;;Md5;;;;abc", "Hash", "To není použitelný otisk" },
        { "jana@example.cz;eshop;Yes;;SaltedSha1;;Text;sul;44e8dbb5b6ea6e52e7127a3f3fd4ba8e", "Hash", "To není použitelný otisk" },
        { $"jana@example.cz;eshop;Yes;;Argon2Id;;Text;somesalt;{Md5}", "Hash", "bcrypt a Argon2id pište celým textem" },
        { "jana@example.cz;eshop;Yes;;Md5;;;;$2b$04$abcdefghijklmnopqrstuuooTzynLm1.yqJAA10puKi6VY/0MoXbi", "Algorithm", "Otisk sám říká jiný algoritmus" },
        { "jana@example.cz;eshop;Yes;;;;;;$2b$31$abcdefghijklmnopqrstuuooTzynLm1.yqJAA10puKi6VY/0MoXbi", "Hash", "To není použitelný otisk" },
        { "jana@example.cz;eshop;Yes;;;;;;$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY", "Hash", "To není použitelný otisk" },
    };

    [Theory]
    [MemberData(nameof(Hashes))]
    public async Task A_hash_of_each_kind_comes_in_and_fits_its_password_alone(string written, OldHashKind kind)
    {
        await using var folder = new ImportFolder();
        (await folder.Import($"{Header}jana@example.cz;eshop;Yes;2020-01-01;{written}\n")).Single().Added.ShouldBe(1);

        var row = await Only(folder);
        (row.Kind, row.NormalizedEmail, row.Service, row.EmailConfirmed).ShouldBe((kind, "JANA@EXAMPLE.CZ", "eshop", true));
        row.State.ShouldBe(kind is OldHashKind.BCrypt or OldHashKind.Argon2Id ? OldHashState.AsItCame : OldHashState.Encrypted);
        row.ImportedAt.ShouldBe(folder.World.Time.GetUtcNow());
        var hashes = folder.World.Services.GetRequiredService<OldHashes>();
        (hashes.Fits(row, Password), hashes.Fits(row, "jiné heslo")).ShouldBe((true, false));
    }

    [Theory]
    [MemberData(nameof(BadLines))]
    public async Task A_bad_line_is_refused_for_a_reason_and_the_others_come_in(string line, string column, string reason)
    {
        await using var folder = new ImportFolder();
        var summary = (await folder.Import($"{Header}{line}\nnovak@example.cz;centre;No;;Md5;;;;{Md5}\n")).Single();

        var problem = summary.Problems.Single();
        (problem.Line, problem.Column).ShouldBe((2, column));
        problem.Reason.ShouldStartWith(reason);
        (summary.Added, summary.Bad).ShouldBe((1, 1));
        (await Only(folder)).EmailConfirmed.ShouldBeFalse();
    }

    [Fact]
    public async Task No_report_shows_a_hash_or_a_salt_wherever_it_strayed()
    {
        await using var folder = new ImportFolder();
        var summary = (await folder.Import(
            $"{Header}jana@example.cz;jinde;Yes;;Md5;;Text;tajnasul;{Md5}\njana@example.cz;{Md5};Yes;;Md5;;;;\njana@example.cz;eshop;{Convert.ToBase64String(new byte[16])};;Md5;;;;x;y\n")).Single();
        var text = await File.ReadAllTextAsync(summary.Report + ImportReports.Errors, TestContext.Current.CancellationToken);
        summary.Bad.ShouldBe(3);
        text.ShouldContain("jana@example.cz;jinde;Yes;;Md5");
        foreach (var secret in (string[])[Md5, "tajnasul", "AAAAAA", Md5[^4..]])
            text.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Without_a_key_nothing_weak_comes_in()
    {
        await using var folder = new ImportFolder(("OldPasswords:Key", ""));
        await Should.ThrowAsync<CustomerCentre.Data.StartRefusedException>(() => folder.Import($"{Header}jana@example.cz;eshop;Yes;;Md5;;;;{Md5}\n"));
    }

    [Fact]
    public async Task Windows_1250_is_read_too()
    {
        await using var folder = new ImportFolder();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var path = folder.Write("hesla.csv", Encoding.GetEncoding(1250).GetBytes($"{Header}jana@example.cz;eshop;Áno;;SaltedSha1;;Text;sůl;{Hex(SHA1.HashData(Encoding.UTF8.GetBytes("sůl" + Password)))}\n"));
        (await folder.ImportFiles([path])).Single().Added.ShouldBe(1);
        folder.World.Services.GetRequiredService<OldHashes>().Fits(await Only(folder), Password).ShouldBeTrue();
    }

    private static Task<OldPassword> Only(ImportFolder folder) => folder.World.Db(db => db.OldPasswords.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static string Ldap(string salt) => "{SSHA}" + Convert.ToBase64String([.. SHA1.HashData(Encoding.UTF8.GetBytes(Password + salt)), .. Encoding.UTF8.GetBytes(salt)]);

    private static string Argon()
    {
        var made = new OldDigests().Compute(OldHashKind.Argon2Id, OldHashParameters.TryParse("m=256,t=2,p=1")!, "somesalt"u8.ToArray(), Password);
        return $"$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ${Convert.ToBase64String(made).TrimEnd('=')}";
    }
}
