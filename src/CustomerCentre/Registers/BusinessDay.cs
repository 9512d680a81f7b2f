namespace CustomerCentre.Registers;

/// <summary>The calendar by which a company has or has not ceased.</summary>
internal static class BusinessDay
{
    private static readonly TimeZoneInfo Prague = TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague");

    public static DateOnly On(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Prague).DateTime);
}
