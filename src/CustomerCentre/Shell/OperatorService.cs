using System.Text.RegularExpressions;

namespace CustomerCentre.Shell;

/// <summary>A service of the operator that people enter with the same account. One without addresses to come back to is shown and not yet joined.</summary>
public sealed partial class OperatorService
{
    private const int ShortestSecret = 32;

    /// <summary>Name people know it by.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where the service begins; who signed up for its sake returns there.</summary>
    public string? StartAddress { get; set; }

    /// <summary>Picture of it: a file of our own below <c>wwwroot</c>, such as <c>logos/eshop.svg</c>. Its first letter stands in for one.</summary>
    public string? Logo { get; set; }

    /// <summary>Whether it had accounts of its own before this one.</summary>
    public bool HadAccounts { get; set; }

    /// <summary>Whether a person is asked before the service learns who they are.</summary>
    public bool AsksForConsent { get; set; }

    /// <summary>What it proves itself by. Belongs into user secrets or the environment.</summary>
    public string? Secret { get; set; }

    /// <summary>Where a sign-in may come back to, whole addresses.</summary>
    public List<string> RedirectUris { get; } = [];

    /// <summary>Where a sign-out may come back to, whole addresses.</summary>
    public List<string> PostLogoutRedirectUris { get; } = [];

    /// <summary>Where it wants to be told that a person signed out.</summary>
    public string? BackChannelLogoutUri { get; set; }

    /// <summary>Whether it signs people in here.</summary>
    public bool IsJoined => RedirectUris.Count > 0;

    private IEnumerable<string?> Addresses => [.. RedirectUris, .. PostLogoutRedirectUris, StartAddress, BackChannelLogoutUri];

    /// <summary>The sites it stands on, which a form of ours may lead to in the end.</summary>
    public IEnumerable<string> Sites => RedirectUris.Concat(PostLogoutRedirectUris).Select(address => new Uri(address).GetLeftPart(UriPartial.Authority)).Distinct();

    /// <summary>What is wrong with its settings; null when nothing is.</summary>
    /// <param name="isTrial">Whether short secrets will do, since nobody relies on them.</param>
    public string? Problem(bool isTrial) =>
        string.IsNullOrWhiteSpace(Name) ? "Name is missing"
        : Addresses.FirstOrDefault(address => address is not null && !IsUsable(address)) is { } wrong ? $"{wrong} is no full https address (http only for this machine)"
        : !string.IsNullOrEmpty(Logo) && !OwnFile().IsMatch(Logo) ? $"Logo {Logo} is no path of an svg, png or webp file below wwwroot"
        : IsJoined && (Secret?.Length ?? 0) < (isTrial ? 1 : ShortestSecret) ? $"Secret must have at least {ShortestSecret} characters"
        : null;

    private static bool IsUsable(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Fragment.Length == 0 && !address.Contains('*', StringComparison.Ordinal)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && (uri.IsLoopback || uri.Host.EndsWith(".localhost", StringComparison.Ordinal))));

    [GeneratedRegex(@"^([\w-]+/)*[\w-]+\.(svg|png|webp)$")]
    private static partial Regex OwnFile();
}
