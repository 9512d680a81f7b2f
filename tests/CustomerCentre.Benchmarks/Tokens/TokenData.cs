using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CustomerCentre.Benchmarks.Api;
using CustomerCentre.Features.Accounts;

namespace CustomerCentre.Benchmarks.Tokens;

/// <summary>A portal's database with a partner and a person, and what the portal is told: a joined service and a certificate, as production has it.</summary>
internal sealed class TokenData : IDisposable
{
    public const string ServiceSecret = "a secret of the benchmark, long enough";
    private const string Password = "certificate";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("customercentre-tokens-");
    private ApiData partner = null!;

    private TokenData()
    {
    }

    public string Path => partner.Path;

    public string BarePath => System.IO.Path.Combine(folder.FullName, "bare.db");

    public string ClientId => partner.ClientId;

    public string Secret => partner.Secret;

    public Dictionary<string, string?> Settings => new()
    {
        ["DataProtection:Certificate:Path"] = Certificate,
        ["DataProtection:Certificate:Password"] = Password,
        [$"Operator:Services:{Visitor.Service}:Secret"] = ServiceSecret,
        [$"Operator:Services:{Visitor.Service}:RedirectUris:0"] = Visitor.Redirect,
    };

    private string Certificate => System.IO.Path.Combine(folder.FullName, "portal.pfx");

    public static async Task<TokenData> Make()
    {
        var data = new TokenData();
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=portal", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await File.WriteAllBytesAsync(data.Certificate, certificate.Export(X509ContentType.Pkcs12, Password));
        data.partner = await ApiData.Make(0, (db, services) => Visitor.AddTo(db, services.GetRequiredService<Passwords>()));
        return data;
    }

    public void Dispose()
    {
        partner.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
