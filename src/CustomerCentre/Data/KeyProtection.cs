using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CustomerCentre.Resources;
using Microsoft.AspNetCore.DataProtection;

namespace CustomerCentre.Data;

/// <summary>
/// Keys that protect cookies lie in the database; a certificate (section <c>DataProtection:Certificate</c>: Path of a PKCS#12 file, Password) encrypts them there,
/// so that a stolen copy of the database signs nobody in.
/// </summary>
internal static class KeyProtection
{
    public const string Section = "DataProtection:Certificate";

    public static bool IsSet(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[$"{Section}:Path"]);

    /// <exception cref="StartRefusedException">The certificate cannot be read.</exception>
    public static IDataProtectionBuilder ProtectWithCertificate(this IDataProtectionBuilder keys, IConfiguration configuration)
    {
        return Load(configuration, Section) is { } certificate ? keys.ProtectKeysWithCertificate(certificate) : keys;
    }

    /// <summary>The certificate a section names (Path of a PKCS#12 file, Password), or nothing.</summary>
    /// <exception cref="StartRefusedException">The certificate cannot be read.</exception>
    public static X509Certificate2? Load(IConfiguration configuration, string section)
    {
        var path = configuration[$"{section}:Path"];
        if (string.IsNullOrWhiteSpace(path))
            return null;
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, configuration[$"{section}:Password"]);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(string.Format(CultureInfo.CurrentCulture, StartTexts.CertificateUnreadable, path, exception.Message), exception);
        }
    }
}
