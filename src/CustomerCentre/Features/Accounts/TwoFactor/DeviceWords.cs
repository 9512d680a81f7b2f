using System.Globalization;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>A browser's own description (User-Agent) in words that its owner knows it by.</summary>
public static class DeviceWords
{
    // The order matters: most browsers also name those they want to be taken for.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrom", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string device) => (Find(Browsers, device), Find(Systems, device)) switch
    {
        ({ } browser, { } system) => string.Format(CultureInfo.CurrentCulture, SafetyTexts.DeviceOn, browser, system),
        ({ } browser, null) => browser,
        (null, { } system) => system,
        _ => SafetyTexts.DeviceUnknown,
    };

    private static string? Find((string Mark, string Name)[] known, string device) =>
        known.FirstOrDefault(pair => device.Contains(pair.Mark, StringComparison.Ordinal)).Name;
}
