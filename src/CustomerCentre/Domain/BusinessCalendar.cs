namespace CustomerCentre.Domain;

/// <summary>The business calendar: a day begins and ends at midnight in Prague, wherever the server stands.</summary>
public static class BusinessCalendar
{
    private static readonly TimeZoneInfo Prague = TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague");

    /// <summary>Today in Prague.</summary>
    public static DateOnly Today(this TimeProvider time) => DayOf(time.GetUtcNow());

    /// <summary>The day in Prague on which a moment falls.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(InPrague(moment).DateTime);

    /// <summary>The moment at which a day begins in Prague.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>The moment at which clocks in Prague show a time on a day.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly hour) => new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(hour), Prague));

    /// <summary>Whether clocks in Prague never showed a time, because they were put forward.</summary>
    public static bool IsLeaptOver(DateTime local) => Prague.IsInvalidTime(local);

    /// <summary>A moment as clocks in Prague show it.</summary>
    public static DateTimeOffset InPrague(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Prague);
}
