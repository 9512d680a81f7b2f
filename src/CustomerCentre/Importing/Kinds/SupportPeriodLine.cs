using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Resources;

namespace CustomerCentre.Importing.Kinds;

/// <summary>A line of support periods.</summary>
internal sealed record SupportPeriodLine(
    [property: Column("Number of a known base licence; add-ons have the support of their base.", IsRequired = true, IsSecret = true)] LicenceNumber LicenceNumber,
    [property: Column("A whole calendar year; this, or From and Until.")] int? Year,
    [property: Column("First day; a known first day is never moved to a later one.")] DateOnly? From,
    [property: Column("Last day. A longer period is kept year by year.")] DateOnly? Until,
    [property: Column("Registration, Accounting or ByHand.", IsRequired = true)] SupportSource Source,
    [property: Column("Why it was added; required when ByHand.")] string? Reason)
{
    private const int FirstYear = 1990;
    private const int LastYear = 2099;
    private const int MostYears = 10;

    /// <summary>The period, year by year.</summary>
    public IEnumerable<(DateOnly From, DateOnly Until)> Years
    {
        get
        {
            var (from, until) = (From ?? new DateOnly(Year!.Value, 1, 1), Until ?? new DateOnly(Year!.Value, 12, 31));
            for (var year = from.Year; year <= until.Year; year++)
                yield return (year == from.Year ? from : new DateOnly(year, 1, 1), year == until.Year ? until : new DateOnly(year, 12, 31));
        }
    }

    public static SupportPeriodLine Read(Line line)
    {
        var data = new SupportPeriodLine(
            line.Value(nameof(LicenceNumber), LicenceNumber.TryParse, ImportTexts.NotALicenceNumber)!,
            line.Whole(nameof(Year), FirstYear, LastYear),
            line.Day(nameof(From)),
            line.Day(nameof(Until)),
            line.Choice<SupportSource>(nameof(Source)) ?? default,
            line.Text(nameof(Reason), SupportPeriod.ReasonMaxLength));
        if (!line.IsGood)
            return data;
        if (data is not ({ Year: not null, From: null, Until: null } or { Year: null, From: not null, Until: not null }))
            line.Refuse(nameof(Year), ImportTexts.YearOrDays);
        else if (data.Until < data.From || data.Until?.Year >= data.From?.Year + MostYears)
            line.Refuse(nameof(Until), ImportTexts.WrongSpan);
        if (data is { Source: SupportSource.ByHand, Reason: null })
            line.Refuse(nameof(Reason), ImportTexts.ReasonNeeded);
        return data;
    }
}
