using System.Globalization;
using CustomerCentre.Domain;

namespace CustomerCentre.Features.Support.Reports;

/// <summary>The days a report tells of, both included, as days in Prague: at most a year, never before the century and never after today.</summary>
public sealed record ReportPeriod(DateOnly From, DateOnly Until)
{
    /// <summary>Days of a period nobody has chosen.</summary>
    public const int UsualDays = 30;

    /// <summary>Days of the longest period.</summary>
    public const int MostDays = 366;

    private static readonly DateOnly First = new(2000, 1, 1);

    /// <summary>When it begins.</summary>
    public DateTimeOffset Start => BusinessCalendar.StartOf(From);

    /// <summary>The first moment that is not of it any more.</summary>
    public DateTimeOffset End => BusinessCalendar.StartOf(Until.AddDays(1));

    /// <summary>The period of an address somebody may have altered. What it became stands on the page, in the fields it was chosen by.</summary>
    /// <param name="from">The first day (ISO 8601); the last <see cref="UsualDays"/> days when it cannot be read.</param>
    /// <param name="until">The last day; today when it cannot be read. Days the wrong way round are turned.</param>
    /// <param name="today">Today in Prague.</param>
    public static ReportPeriod Read(string? from, string? until, DateOnly today)
    {
        var last = Day(until, today) ?? today;
        var first = Day(from, today) ?? Later(First, last.AddDays(1 - UsualDays));
        if (first > last)
            (first, last) = (last, first);
        return new(Later(first, last.AddDays(1 - MostDays)), last);
    }

    private static DateOnly? Day(string? text, DateOnly today) =>
        !DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? null
        : day > today ? today : Later(First, day);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
