using System.Security.Cryptography;
using System.Text;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Shell;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>For each old service a password of nobody in the service's own kind of hash: trying it costs what trying a real one does.</summary>
public sealed class NobodysOldPasswords
{
    private const int SaltLength = 16;
    private readonly Dictionary<string, OldPassword> rows;

    // Made at once and not when first needed: a first unknown e-mail must not take longer than the next.
    public NobodysOldPasswords(IOptions<OperatorOptions> operators, IOldDigests digests, Passwords passwords) =>
        rows = operators.Value.OldServices.ToDictionary(service => service.Key, service => Make(service, digests, passwords));

    public OldPassword Of(string service) => rows[service];

    private static OldPassword Make(OldService service, IOldDigests digests, Passwords passwords)
    {
        var parameters = OldHashParameters.TryParse(service.Parameters)!;
        var row = new OldPassword(EmailAddress.Parse("nobody@nowhere.invalid"), service.Key, true, null, service.Hash, parameters, RandomNumberGenerator.GetBytes(SaltLength));
        if (service.Hash == OldHashKind.BCrypt)
            row.Rest(OldHashState.AsItCame, digests.MakeBCrypt(parameters.Rounds));
        else if (service.Hash == OldHashKind.Argon2Id)
            row.Rest(OldHashState.AsItCame, Convert.ToBase64String(RandomNumberGenerator.GetBytes(parameters.Length)));
        else
            row.Rest(OldHashState.Wrapped, passwords.Hash(Convert.ToBase64String(Encoding.UTF8.GetBytes(Guid.NewGuid().ToString()))));
        return row;
    }
}
