using System.Globalization;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>The old services as people know them.</summary>
public sealed class OldServiceNames(IOptions<OperatorOptions> operators)
{
    /// <summary>Tells who signs in that passwords of these services are good here; nothing when there are none.</summary>
    public string? SignInHint => Say(OldPasswordsTexts.SignInHint, _ => true);

    /// <summary>Tells who signs up that there is no need.</summary>
    public string? SignUpHint => Say(OldPasswordsTexts.SignUpHint, _ => true);

    /// <summary>Tells who knows an e-mail only as the one they synchronise with to use that.</summary>
    public string? EmailHint => Say(OldPasswordsTexts.SynchroniseHint, service => service.Synchronises);

    /// <summary>The service of a key; one that is no longer in the settings keeps its key.</summary>
    public string Of(string key) => operators.Value.OldServices.Find(service => service.Key == key)?.Name ?? key;

    /// <summary>Several of them, for a sentence.</summary>
    public string Of(IEnumerable<string> keys) => string.Join(", ", keys.Select(Of));

    private string? Say(string text, Func<OldService, bool> which)
    {
        var names = string.Join(", ", operators.Value.OldServices.Where(which).Select(service => service.Name));
        return names.Length == 0 ? null : string.Format(CultureInfo.CurrentCulture, text, names);
    }
}
