using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CustomerCentre.Data;
using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Data;

public sealed class KeyProtectionTests
{
    private const string Password = "heslo k certifikátu";

    [Fact]
    public async Task Keys_lie_in_the_database_encrypted_with_the_certificate()
    {
        using var file = new CertificateFile();
        await using var world = new World(null, ("DataProtection:Certificate:Path", file.Path), ("DataProtection:Certificate:Password", Password));
        var protector = world.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
        protector.Unprotect(protector.Protect("tajné")).ShouldBe("tajné");
        var key = (await world.Db(db => db.DataProtectionKeys.SingleAsync())).Xml.ShouldNotBeNull();
        key.ShouldContain("EncryptedData");
        key.ShouldNotContain("masterKey");
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public void A_certificate_that_cannot_be_read_is_named_with_its_settings(string? password)
    {
        using var file = new CertificateFile();
        var refused = Should.Throw<StartRefusedException>(() => new World(null, ("DataProtection:Certificate:Path", file.Path), ("DataProtection:Certificate:Password", password)));
        refused.Message.ShouldContain(file.Path);
        refused.Message.ShouldContain("DataProtection:Certificate:Password");
    }

    private sealed class CertificateFile : IDisposable
    {
        public CertificateFile()
        {
            using var key = RSA.Create(2048);
            var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var certificate = new CertificateRequest("CN=portal", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(from, from.AddYears(50));
            File.WriteAllBytes(Path, certificate.Export(X509ContentType.Pkcs12, Password));
        }

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"customercentre-{Guid.NewGuid():n}.pfx");

        public void Dispose() => File.Delete(Path);
    }
}
