namespace CustomerCentre.Domain.Licences;

/// <summary>Where a support period comes from.</summary>
public enum SupportSource
{
    /// <summary>Came with the registration of the product.</summary>
    Registration,

    /// <summary>Paid, known from the vendor's accounting.</summary>
    Accounting,

    /// <summary>Added by hand; carries a reason.</summary>
    ByHand,
}

/// <summary>Prepaid support within one calendar year.</summary>
public sealed class SupportPeriod(Guid licenceId, DateOnly from, DateOnly until, SupportSource source)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaxLength = 200;

    /// <summary>Opaque id.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The licence.</summary>
    public Guid LicenceId { get; private set; } = licenceId;

    /// <summary>The calendar year; one period a year and source.</summary>
    public int Year { get; private set; } = from.Year;

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; } = from;

    /// <summary>Last day, inclusive.</summary>
    public DateOnly Until { get; private set; } = until;

    /// <summary>Where it comes from.</summary>
    public SupportSource Source { get; private set; } = source;

    /// <summary>Why it was added by hand.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The operator's records correct the days, within the same year. The first day only ever moves earlier, and what came with a registration is never
    /// shortened: nobody loses support that was promised.
    /// </summary>
    public void Correct(DateOnly from, DateOnly until)
    {
        From = from < From ? from : From;
        Until = Source == SupportSource.Registration && until < Until ? Until : until;
    }

    /// <summary>Whether the period covers a day.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= Until;
}
