using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CustomerCentre.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace CustomerCentre.Tests.Features.SingleSignOn.Keys;

public sealed class TokenKeysTests
{
    private const string Password = "heslo k certifikátu";

    [Fact]
    public async Task Without_a_certificate_a_key_of_this_process_signs()
    {
        await using var world = new World();
        Signing(world).Algorithm.ShouldBe(SecurityAlgorithms.EcdsaSha256);
    }

    [Fact]
    public async Task The_certificate_of_data_protection_signs_and_seals()
    {
        using var rsa = RSA.Create(2048);
        using var file = new CertificateFile(new CertificateRequest("CN=portal", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        await using var world = new World(null, ("DataProtection:Certificate:Path", file.Path), ("DataProtection:Certificate:Password", Password));

        Signing(world).Algorithm.ShouldBe(SecurityAlgorithms.RsaSha256);
        Options(world).EncryptionCredentials.Single().Key.ShouldBeOfType<RsaSecurityKey>();
    }

    [Fact]
    public async Task A_certificate_of_its_own_signs_by_its_curve()
    {
        using var rsa = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var sealing = new CertificateFile(new CertificateRequest("CN=portal", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        using var signing = new CertificateFile(new CertificateRequest("CN=tokens", curve, HashAlgorithmName.SHA256));
        await using var world = new World(
            null, ("DataProtection:Certificate:Path", sealing.Path), ("DataProtection:Certificate:Password", Password),
            ("SingleSignOn:Certificate:Path", signing.Path), ("SingleSignOn:Certificate:Password", Password));

        Signing(world).Algorithm.ShouldBe(SecurityAlgorithms.EcdsaSha256);
        Signing(world).Key.KeyId.ShouldNotBe(Options(world).EncryptionCredentials.Single().Key.KeyId);
    }

    private static OpenIddictServerOptions Options(World world) => world.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue;

    private static SigningCredentials Signing(World world) => Options(world).SigningCredentials.Single();

    private sealed class CertificateFile : IDisposable
    {
        public CertificateFile(CertificateRequest request)
        {
            var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var certificate = request.CreateSelfSigned(from, from.AddYears(50));
            File.WriteAllBytes(Path, certificate.Export(X509ContentType.Pkcs12, Password));
        }

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"customercentre-{Guid.NewGuid():n}.pfx");

        public void Dispose() => File.Delete(Path);
    }
}
