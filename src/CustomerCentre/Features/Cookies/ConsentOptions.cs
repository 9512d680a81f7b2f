using System.Buffers;
using System.Text.RegularExpressions;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Cookies;

/// <summary>Section <c>Consent</c>: the scripts that need consent, and the version of the text by which it is asked for.</summary>
public sealed partial class ConsentOptions
{
    /// <summary>Name of the text and of the purposes in it. Whoever changes them, or adds a script, gives another one: then everybody is asked anew.</summary>
    public string TextVersion { get; set; } = "1";

    /// <summary>What this version changed, a sentence by language (cs, en, sk); empty for the first.</summary>
    public Dictionary<string, string> Changed { get; } = [];

    /// <summary>Counts visits.</summary>
    public ScriptOptions Statistics { get; set; } = new();

    /// <summary>Measures advertising.</summary>
    public ScriptOptions Advertising { get; set; } = new();

    /// <summary>Both, each with the group that must be allowed.</summary>
    internal IEnumerable<(CookieGroups Group, ScriptOptions Tool)> Scripts => [(CookieGroups.Statistics, Statistics), (CookieGroups.Advertising, Advertising)];

    internal bool IsVersion => VersionName().IsMatch(TextVersion) && (TextVersion == "1" || Languages.Names.Keys.All(Changed.ContainsKey));

    internal bool AreAddresses => Scripts.All(script => script.Tool.Addresses.All(IsAddress));

    private static readonly SearchValues<char> EndOfAddress = SearchValues.Create(" ;,'\"\r\n\t");

    // What stands in the header of the policy must not be able to end it.
    private static bool IsAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback) && !address.AsSpan().ContainsAny(EndOfAddress);

    [GeneratedRegex($"^[0-9a-z-]{{1,16}}$")]
    private static partial Regex VersionName();
}

/// <summary>A script of somebody else's.</summary>
public sealed class ScriptOptions
{
    /// <summary>Its address; without one nothing is loaded.</summary>
    public string? Address { get; set; }

    /// <summary>Where it may send what it measures, whole origins such as <c>https://stats.example.cz</c>.</summary>
    public List<string> SendsTo { get; } = [];

    /// <summary>The cookies it sets; they are removed when consent is withdrawn.</summary>
    public List<ScriptCookie> Cookies { get; } = [];

    internal IEnumerable<string> Addresses => string.IsNullOrEmpty(Address) ? SendsTo : SendsTo.Prepend(Address);
}

/// <summary>A cookie of such a script.</summary>
public sealed class ScriptCookie
{
    /// <summary>Its name; a star at the end stands for any ending.</summary>
    public string Name { get; set; } = "";

    /// <summary>How many days it lasts; 0 until the browser is closed.</summary>
    public int Days { get; set; }
}
