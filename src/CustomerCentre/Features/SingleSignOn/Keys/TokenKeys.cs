using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CustomerCentre.Data;
using Microsoft.IdentityModel.Tokens;

namespace CustomerCentre.Features.SingleSignOn.Keys;

/// <summary>
/// Keys of tokens. A certificate of <c>SingleSignOn:Certificate</c> signs (its key may be ECDSA or RSA), else the one of data protection, which also seals them.
/// Without any, keys live as long as the process: tokens do not outlive a restart in Development.
/// </summary>
internal static class TokenKeys
{
    public const string Section = "SingleSignOn:Certificate";

    public static void AddTokenKeys(this OpenIddictServerBuilder server, IConfiguration configuration)
    {
        var sealing = KeyProtection.Load(configuration, KeyProtection.Section);
        var signing = KeyProtection.Load(configuration, Section) ?? sealing;
        server.AddSigningKey(signing is null ? new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) : KeyOf(signing));
        server.AddEncryptionKey(sealing?.GetRSAPrivateKey() is { } rsa ? new RsaSecurityKey(rsa) { KeyId = sealing.Thumbprint } : new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
    }

    private static AsymmetricSecurityKey KeyOf(X509Certificate2 certificate) => certificate.GetECDsaPrivateKey() is { } curve
        ? new ECDsaSecurityKey(curve) { KeyId = certificate.Thumbprint }
        : new RsaSecurityKey(certificate.GetRSAPrivateKey()) { KeyId = certificate.Thumbprint };
}
