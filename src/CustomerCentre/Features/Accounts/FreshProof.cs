using System.Globalization;
using System.Security.Cryptography;
using CustomerCentre.Requests;
using Microsoft.AspNetCore.DataProtection;

namespace CustomerCentre.Features.Accounts;

/// <summary>
/// Carries from one form to the next that the person has just proven to know the password. It holds for this person in this session, ten minutes long.
/// </summary>
public sealed class FreshProof(IDataProtectionProvider protection, CurrentUser user, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly IDataProtector protector = protection.CreateProtector("FreshProof");

    private string Mine => $"{user.Id}/{user.SessionId}";

    public string Make() => protector.Protect($"{Mine}/{(time.GetUtcNow() + Lifetime).UtcTicks}");

    public bool Holds(string? proof)
    {
        try
        {
            return proof is not null && protector.Unprotect(proof) is var said && said.LastIndexOf('/') is var end && said[..end] == Mine
                && long.Parse(said[(end + 1)..], CultureInfo.InvariantCulture) > time.GetUtcNow().UtcTicks;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
