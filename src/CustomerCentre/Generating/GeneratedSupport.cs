using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Generating;

/// <summary>The support of a made-up licence: what its purchase opened, and what was paid for since, to this year or an earlier one.</summary>
internal static class GeneratedSupport
{
    private const int LongestPaid = 8;

    /// <summary>The columns of an imported file of support periods.</summary>
    public static IEnumerable<string?[]> Of(LicenceRow licence, Dice dice, int year)
    {
        var from = licence.Purchased!.Value;
        var until = SupportRule.Default.PeriodsFor(Guid.Empty, from).Last().Until;
        yield return [licence.Number, null, LicenceRow.Written(from), LicenceRow.Written(until), nameof(SupportSource.Registration), null];
        var first = until.Year + 1;
        if (first > year || licence.State == "Ended" || dice.Is(35))
            yield break;
        var years = Math.Min(LongestPaid, dice.Is(60) ? year - first + 1 : dice.Between(1, year - first + 1));
        yield return
        [
            licence.Number, null, LicenceRow.Written(new DateOnly(first, 1, 1)), LicenceRow.Written(new DateOnly(first + years - 1, 12, 31)), nameof(SupportSource.Accounting), null,
        ];
    }
}
