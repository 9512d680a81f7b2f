using CustomerCentre.Domain.Accounts;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Cookies;

/// <summary>Which scripts of others a page may load, and what that changes in its content security policy: exactly their addresses and nothing before consent.</summary>
public sealed class ConsentedScripts(IOptions<ConsentOptions> options)
{
    private readonly (CookieGroups Group, ScriptOptions Tool)[] scripts = [.. options.Value.Scripts.Where(script => !string.IsNullOrEmpty(script.Tool.Address))];

    public IEnumerable<string> AddressesFor(CookieGroups allowed) => For(allowed).Select(tool => tool.Address!);

    /// <summary>What the policy allows beside our own: addresses of scripts (with a space before each), and where they may send.</summary>
    public (string Scripts, string Targets) PolicyFor(CookieGroups allowed)
    {
        if (allowed == CookieGroups.Necessary || scripts.Length == 0)
            return ("", "");
        var tools = For(allowed).ToList();
        return (Join(tools.Select(tool => new Uri(tool.Address!).GetLeftPart(UriPartial.Path))), Join(tools.SelectMany(tool => tool.SendsTo)));
    }

    private IEnumerable<ScriptOptions> For(CookieGroups allowed) => scripts.Where(script => allowed.HasFlag(script.Group)).Select(script => script.Tool);

    private static string Join(IEnumerable<string> sources) => string.Concat(sources.Select(source => " " + source));
}
