using System.Security.Cryptography;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Shell;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Data.Demo;

/// <summary>Gives the demo worlds people who have not come from the old services yet, hashed as those services hash.</summary>
internal static class OldDemoPasswords
{
    private const int SaltLength = 16;

    public static async Task Add(CustomerCentreDb db, IServiceProvider services, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (hashes, digests) = (services.GetRequiredService<OldHashes>(), services.GetRequiredService<IOldDigests>());
        var known = services.GetRequiredService<IOptions<OperatorOptions>>().Value.OldServices;
        foreach (var person in OldSignIn.All)
        {
            if (known.Find(service => service.Key == person.Service) is not { Hash: not OldHashKind.BCrypt } service)
                continue;
            var (parameters, salt) = (OldHashParameters.TryParse(service.Parameters)!, RandomNumberGenerator.GetBytes(SaltLength));
            var hash = new OldHash(service.Hash, parameters, salt, digests.Compute(service.Hash, parameters, salt, person.Password));
            db.OldPasswords.Add(hashes.Keep(EmailAddress.Parse(person.Email), person.Service, person.EmailConfirmed, now.AddYears(-1), hash));
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
