namespace CustomerCentre.Domain.Licences;

/// <summary>Why a licence gives or does not give a right to support on a day.</summary>
public enum EntitlementReason
{
    /// <summary>A support period covers the day.</summary>
    Covered,

    /// <summary>The licence is bound to nobody.</summary>
    NotRegistered,

    /// <summary>The licence was returned, cancelled or blocked.</summary>
    Ended,

    /// <summary>Support has not begun yet.</summary>
    NotYet,

    /// <summary>Support has ended.</summary>
    Expired,

    /// <summary>No support was ever bought.</summary>
    NeverBought,
}

/// <summary>The answer whether a licence gives a right to support on a day. One engine for customers, staff and partners.</summary>
/// <param name="IsEntitled">Yes or no.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">For a yes the last day of the unbroken cover; for an expired one the last day it was covered.</param>
/// <param name="RestsOn">The licence whose support decides: itself, or the base of an add-on.</param>
/// <param name="Period">For a yes the support period that covers the day, with its source.</param>
public sealed record SupportEntitlement(bool IsEntitled, EntitlementReason Reason, DateOnly? Until, Guid RestsOn, SupportPeriod? Period = null)
{
    /// <summary>Answers for a licence and a day. Support periods of the licence, and of its base for an add-on, must be loaded.</summary>
    public static SupportEntitlement On(Licence licence, DateOnly day)
    {
        var resting = licence.BaseLicence ?? licence;
        SupportEntitlement No(EntitlementReason reason, DateOnly? until = null) => new(false, reason, until, resting.Id);

        if (HasEnded(licence, day) || HasEnded(resting, day))
            return No(EntitlementReason.Ended);
        if (licence.CustomerId is null || resting.CustomerId is null)
            return No(EntitlementReason.NotRegistered);
        if (resting.SupportPeriods.Where(period => period.Covers(day)).MaxBy(period => period.Until) is { } covering)
            return new(true, EntitlementReason.Covered, LastDayOfCover(resting.SupportPeriods, day), resting.Id, covering);

        var past = resting.SupportPeriods.Where(period => period.Until < day).Select(period => (DateOnly?)period.Until).Max();
        if (past is not null)
            return No(EntitlementReason.Expired, past);
        return No(resting.SupportPeriods.Count > 0 ? EntitlementReason.NotYet : EntitlementReason.NeverBought);
    }

    private static bool HasEnded(Licence licence, DateOnly day) => licence.State == LicenceState.Ended && !(day < licence.EndedOn);

    private static DateOnly LastDayOfCover(IReadOnlyCollection<SupportPeriod> periods, DateOnly day)
    {
        var until = day;
        foreach (var period in periods.OrderBy(period => period.From))
        {
            if (period.From <= until.AddDays(1) && period.Until > until)
                until = period.Until;
        }

        return until;
    }
}
