using System.Globalization;
using CustomerCentre.Domain;

namespace CustomerCentre.Importing;

/// <summary>Reads moments as databases and spreadsheets write them.</summary>
internal static class Moments
{
    private static readonly string[] Zoned = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mm:ss.FFFFFFF zzz", "yyyy-MM-dd'T'HH:mm:sszzz"];

    private static readonly string[] Local =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm",
        "d.M.yyyy", "d. M. yyyy", "d.M.yyyy H:mm", "d.M.yyyy H:mm:ss", "d. M. yyyy H:mm", "d. M. yyyy H:mm:ss",
    ];

    /// <returns>Nothing when it is none.</returns>
    public static DateTimeOffset? TryParse(string text)
    {
        var utc = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        if (DateTimeOffset.TryParseExact(utc, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.None, out var zoned))
            return zoned.ToUniversalTime();
        if (!DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;
        // An hour that the clocks leapt over in spring never was; the next one was.
        return BusinessCalendar.IsLeaptOver(local) ? BusinessCalendar.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local).AddHours(1)) : BusinessCalendar.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }
}
