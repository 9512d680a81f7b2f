namespace CustomerCentre.Domain.Licences;

/// <summary>
/// How a purchase opens support: to the end of its calendar year, and through the next year when bought late (our setting, seen at a reseller).
/// </summary>
/// <param name="LateFromMonth">First month (1–12) of which a purchase also covers the next year; 13 switches the rule off.</param>
public sealed record SupportRule(int LateFromMonth)
{
    /// <summary>The rule by default: from 1 September.</summary>
    public static SupportRule Default { get; } = new(9);

    /// <summary>The periods a purchase opens.</summary>
    public IEnumerable<SupportPeriod> PeriodsFor(Guid licenceId, DateOnly purchasedOn)
    {
        yield return new SupportPeriod(licenceId, purchasedOn, new DateOnly(purchasedOn.Year, 12, 31), SupportSource.Registration);
        var next = purchasedOn.Year + 1;
        if (purchasedOn.Month >= LateFromMonth)
            yield return new SupportPeriod(licenceId, new DateOnly(next, 1, 1), new DateOnly(next, 12, 31), SupportSource.Registration);
    }
}
