namespace CustomerCentre.Domain.Licences;

/// <summary>What the engine has to know of a licence, wherever it was read.</summary>
/// <param name="IsBound">Whether it is bound to a customer.</param>
/// <param name="State">State.</param>
/// <param name="EndedOn">Day it ended; without it an ended licence ended before any day.</param>
public readonly record struct SupportFacts(bool IsBound, LicenceState State, DateOnly? EndedOn)
{
    /// <summary>Whether the licence has come to an end by a day.</summary>
    public bool HasEndedBy(DateOnly day) => State == LicenceState.Ended && !(day < EndedOn);
}

/// <summary>The engine behind <see cref="SupportEntitlement"/>: the answer for a licence and a day from plain facts, so that a fast read answers as every page does.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Until">For a yes the last day of the unbroken cover; for an expired one the last day it was covered.</param>
public readonly record struct SupportAnswer(EntitlementReason Reason, DateOnly? Until)
{
    /// <summary>Yes or no.</summary>
    public bool IsEntitled => Reason == EntitlementReason.Covered;

    /// <summary>Answers for a licence and a day.</summary>
    /// <param name="licence">The licence.</param>
    /// <param name="resting">Itself, or the base of an add-on.</param>
    /// <param name="support">Support of the resting licence, in any order and with any gaps and overlaps.</param>
    /// <param name="day">The day.</param>
    public static SupportAnswer On(SupportFacts licence, SupportFacts resting, IReadOnlyCollection<SupportSpan> support, DateOnly day)
    {
        if (licence.HasEndedBy(day) || resting.HasEndedBy(day))
            return new(EntitlementReason.Ended, null);
        if (!licence.IsBound || !resting.IsBound)
            return new(EntitlementReason.NotRegistered, null);
        if (support.Any(span => span.From <= day && day <= span.Until))
            return new(EntitlementReason.Covered, LastDayOfCover(support, day));

        var past = support.Where(span => span.Until < day).Max(span => (DateOnly?)span.Until);
        if (past is not null)
            return new(EntitlementReason.Expired, past);
        return new(support.Count > 0 ? EntitlementReason.NotYet : EntitlementReason.NeverBought, null);
    }

    private static DateOnly LastDayOfCover(IReadOnlyCollection<SupportSpan> support, DateOnly day)
    {
        var until = day;
        foreach (var span in support.OrderBy(span => span.From))
        {
            if (span.From <= until.AddDays(1) && span.Until > until)
                until = span.Until;
        }

        return until;
    }
}
