using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerCentre.Tests.Domain.Licences;

public sealed class SupportEntitlementTests
{
    private static readonly DateOnly First = new(2020, 1, 1);
    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 365 * 6).Select(First.AddDays);
    private static readonly Gen<SupportPeriod[]> Periods = Days.Two().Zip(Gen.Elements(Enum.GetValues<SupportSource>()))
        .Select(pair => Period(pair.Item1.Item1, pair.Item1.Item2, pair.Item2)).ArrayOf();

    [Fact]
    public void Entitled_is_exactly_who_is_covered_on_the_day() =>
        Prop.ForAll(Periods.ToArbitrary(), Days.ToArbitrary(), (periods, day) =>
        {
            var licence = Registered(periods);
            return SupportEntitlement.On(licence, day).IsEntitled == IsCovered(licence, day);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_gap_or_overlap_changes_the_last_day_of_cover() =>
        Prop.ForAll(Periods.ToArbitrary(), Days.ToArbitrary(), (periods, day) =>
        {
            var licence = Registered(periods);
            var answer = SupportEntitlement.On(licence, day);
            var walked = day;
            while (IsCovered(licence, walked))
                walked = walked.AddDays(1);
            return !answer.IsEntitled || answer.Until == walked.AddDays(-1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_purchase_from_september_also_covers_the_next_year_and_an_earlier_one_does_not() =>
        Prop.ForAll(Days.ToArbitrary(), bought =>
        {
            var licence = Licence();
            licence.Register(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), new Purchase(bought, null), "1", SupportRule.Default, DateTimeOffset.UnixEpoch);
            var last = new DateOnly(bought.Month >= 9 ? bought.Year + 1 : bought.Year, 12, 31);
            return SupportEntitlement.On(licence, bought).Until == last
                && !SupportEntitlement.On(licence, last.AddDays(1)).IsEntitled
                && SupportEntitlement.On(licence, bought.AddDays(-1)).Reason == EntitlementReason.NotYet;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-08-31", "2026-12-31")]
    [InlineData("2026-09-01", "2027-12-31")]
    public void The_rule_turns_on_the_first_of_september(string bought, string until)
    {
        var periods = SupportRule.Default.PeriodsFor(Guid.NewGuid(), DateOnly.Parse(bought, System.Globalization.CultureInfo.InvariantCulture));
        periods.Max(period => period.Until).ShouldBe(DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static SupportPeriod Period(DateOnly one, DateOnly other, SupportSource source)
    {
        var moved = new DateOnly(one.Year, other.Month, Math.Min(other.Day, 28));
        return new SupportPeriod(Guid.NewGuid(), one < moved ? one : moved, one < moved ? moved : one, source);
    }

    private static bool IsCovered(Licence licence, DateOnly day) => licence.SupportPeriods.Any(period => period.Covers(day));

    private static Licence Licence()
    {
        var licence = CustomerCentre.Domain.Licences.Licence.Make(Guid.NewGuid(), Guid.NewGuid(), LicenceKind.Single, LicenceNumber.New(), DateTimeOffset.UnixEpoch);
        licence.DeliverTo(Guid.NewGuid(), First);
        return licence;
    }

    private static Licence Registered(SupportPeriod[] periods)
    {
        var licence = Licence();
        licence.BindTo(Guid.NewGuid(), new Purchase(First, null), DateTimeOffset.UnixEpoch);
        // One at a time, so that a second one of the same year and source is left out.
        foreach (var period in periods)
            licence.AddSupport([period]);
        return licence;
    }
}
