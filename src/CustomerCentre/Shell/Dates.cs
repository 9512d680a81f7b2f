using System.Globalization;
using CustomerCentre.Domain;

namespace CustomerCentre.Shell;

/// <summary>Dates as people read them here: 22. 11. 2026, in English 22 Nov 2026, always by the calendar of Prague.</summary>
public static class Dates
{
    public static string ToText(this DateOnly date) => date.ToString(Pattern, CultureInfo.CurrentCulture);

    public static string ToText(this DateTimeOffset moment) => BusinessCalendar.DayOf(moment).ToText();

    /// <summary>Hours and minutes, such as 14:02.</summary>
    public static string ToClock(this DateTimeOffset moment) => BusinessCalendar.InPrague(moment).ToString("H:mm", CultureInfo.InvariantCulture);

    private static string Pattern => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "d MMM yyyy" : "d. M. yyyy";
}
