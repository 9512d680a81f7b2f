using CustomerCentre.Shell;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>The old services as people know them.</summary>
public sealed class OldServiceNames(IOptions<OperatorOptions> operators)
{
    /// <summary>All of them, for a sentence.</summary>
    public string All => string.Join(", ", operators.Value.OldServices.Select(service => service.Name));

    /// <summary>Those that people synchronise with; empty when there are none.</summary>
    public string Synchronised => string.Join(", ", operators.Value.OldServices.Where(service => service.Synchronises).Select(service => service.Name));

    /// <summary>The service of a key; one that is no longer in the settings keeps its key.</summary>
    public string Of(string key) => operators.Value.OldServices.Find(service => service.Key == key)?.Name ?? key;

    /// <summary>Several of them, for a sentence.</summary>
    public string Of(IEnumerable<string> keys) => string.Join(", ", keys.Select(Of));
}
