namespace CustomerCentre.Domain.Licences;

/// <summary>An unbroken stretch of support.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, inclusive.</param>
public sealed record SupportSpan(DateOnly From, DateOnly Until);

/// <summary>Support of one calendar year, as it is drawn and told.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Covered">What is covered of it, in order and without overlaps; nothing for a year without support.</param>
/// <param name="Sources">Where the support comes from.</param>
public sealed record SupportYear(int Year, IReadOnlyList<SupportSpan> Covered, IReadOnlyList<SupportSource> Sources)
{
    /// <summary>Every year from the first support or purchase to the last support or today, the newest first. A year in between without support is told too.</summary>
    /// <param name="periods">The support of the licence, or of the base of an add-on.</param>
    /// <param name="purchasedOn">Day of the purchase, when known.</param>
    /// <param name="endedOn">Day the licence ended: from then on nothing is covered, whatever was prepaid.</param>
    /// <param name="today">Today by the business calendar.</param>
    public static IReadOnlyList<SupportYear> Of(IReadOnlyCollection<SupportPeriod> periods, DateOnly? purchasedOn, DateOnly? endedOn, DateOnly today)
    {
        var known = periods.Select(period => period.Year).Append(today.Year).Append(purchasedOn?.Year ?? today.Year).ToList();
        return [.. Enumerable.Range(known.Min(), known.Max() - known.Min() + 1).Reverse()
            .Select(year => Of(year, periods.Where(period => period.Year == year && !(period.From >= endedOn)), endedOn?.AddDays(-1)))];
    }

    private static SupportYear Of(int year, IEnumerable<SupportPeriod> periods, DateOnly? lastDay)
    {
        var ordered = periods.OrderBy(period => period.From).ToList();
        var spans = new List<SupportSpan>();
        foreach (var period in ordered)
        {
            var until = period.Until > lastDay ? lastDay.Value : period.Until;
            if (spans.Count == 0 || period.From > spans[^1].Until.AddDays(1))
                spans.Add(new SupportSpan(period.From, until));
            else if (until > spans[^1].Until)
                spans[^1] = spans[^1] with { Until = until };
        }

        return new SupportYear(year, spans, [.. ordered.Select(period => period.Source).Distinct()]);
    }
}
