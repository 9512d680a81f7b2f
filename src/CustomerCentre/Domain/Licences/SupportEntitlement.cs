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
        var answer = SupportAnswer.On(FactsOf(licence), FactsOf(resting), [.. resting.SupportPeriods.Select(period => new SupportSpan(period.From, period.Until))], day);
        var covering = answer.IsEntitled ? resting.SupportPeriods.Where(period => period.Covers(day)).MaxBy(period => period.Until) : null;
        return new(answer.IsEntitled, answer.Reason, answer.Until, resting.Id, covering);
    }

    private static SupportFacts FactsOf(Licence licence) => new(licence.CustomerId is not null, licence.State, licence.EndedOn);
}
