using CustomerCentre.Domain;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerCentre.Tests.Domain.Licences;

/// <summary>What holds for the one answer about support, whatever the periods and the day.</summary>
public sealed class EveryEntitlementTests
{
    private static readonly DateOnly First = new(2020, 1, 1);
    private static readonly Gen<DateOnly> Days = Gen.Choose(0, (365 * 8) + 2).Select(First.AddDays);
    private static readonly Gen<(DateOnly From, DateOnly Until)[]> Spans =
        Days.Zip(Gen.Choose(0, 365)).Select(pair => (From: pair.Item1, Until: InYear(pair.Item1, pair.Item2))).ArrayOf();

    [Fact]
    public void Cutting_periods_in_two_or_doubling_them_changes_no_answer() =>
        Prop.ForAll(Spans.Zip(Gen.Choose(0, 365)).ToArbitrary(), Days.ToArbitrary(), (made, day) =>
        {
            var whole = Bound(made.Item1.Select((span, i) => Period(span, i)));
            var cut = Bound(made.Item1.SelectMany(span => Cut(span, made.Item2)).Select(Period));
            var doubled = Bound(made.Item1.Concat(made.Item1).Reverse().Select((span, i) => Period(span, i)));
            return Said(whole, day) == Said(cut, day) && Said(whole, day) == Said(doubled, day);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_add_on_says_what_its_base_says() =>
        Prop.ForAll(Spans.ToArbitrary(), Days.ToArbitrary(), (spans, day) =>
        {
            var basis = Bound(spans.Select((span, i) => Period(span, i)));
            var addOn = Bound([], basis);
            return Said(addOn, day) == Said(basis, day) && SupportEntitlement.On(addOn, day).RestsOn == basis.Id;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_replaced_number_and_an_upgrade_keep_the_answer() =>
        Prop.ForAll(Spans.ToArbitrary(), Days.ToArbitrary(), (spans, day) =>
        {
            var licence = Bound(spans.Select((span, i) => Period(span, i)));
            var before = SupportEntitlement.On(licence, day);
            licence.ReplaceNumber(LicenceNumber.New(), DateTimeOffset.UnixEpoch);
            licence.Correct(Guid.NewGuid(), LicenceKind.Net5, 1, null);
            return SupportEntitlement.On(licence, day) == before;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_was_prepaid_an_ended_and_an_unregistered_licence_say_no() =>
        Prop.ForAll(Spans.ToArbitrary(), Days.ToArbitrary(), (spans, day) =>
        {
            var ended = Bound(spans.Select((span, i) => Period(span, i)));
            ended.End(LicenceEnd.Cancelled, day, null);
            var unbound = New();
            unbound.AddSupport(spans.Select((span, i) => Period(span, i)));
            return SupportEntitlement.On(ended, day) is { IsEntitled: false, Reason: EntitlementReason.Ended }
                && SupportEntitlement.On(unbound, day) is { IsEntitled: false, Reason: EntitlementReason.NotRegistered };
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2024-02-28", false)]
    [InlineData("2024-02-29", true)]
    [InlineData("2024-03-01", false)]
    public void The_last_day_of_february_of_a_leap_year_is_a_day_like_others(string day, bool isEntitled)
    {
        var leap = new DateOnly(2024, 2, 29);
        var answer = SupportEntitlement.On(Bound([Period((leap, leap), 0)]), Date(day));
        answer.IsEntitled.ShouldBe(isEntitled);
        if (isEntitled)
            answer.Until.ShouldBe(leap);
    }

    [Fact]
    public void Support_bought_on_the_leap_day_runs_to_the_end_of_its_year()
    {
        var licence = Bound(SupportRule.Default.PeriodsFor(Guid.NewGuid(), new(2024, 2, 29)));
        SupportEntitlement.On(licence, new(2024, 2, 28)).Reason.ShouldBe(EntitlementReason.NotYet);
        SupportEntitlement.On(licence, new(2024, 2, 29)).Until.ShouldBe(new DateOnly(2024, 12, 31));
        SupportEntitlement.On(licence, new(2025, 1, 1)).Reason.ShouldBe(EntitlementReason.Expired);
    }

    [Theory]
    [InlineData("2026-12-31T22:59:59Z", true)]
    [InlineData("2026-12-31T23:30:00Z", false)]
    [InlineData("2027-01-01T00:00:00+01:00", false)]
    public void A_day_begins_at_midnight_in_Prague(string moment, bool isEntitled)
    {
        var licence = Bound([Period((new(2026, 1, 1), new(2026, 12, 31)), 0)]);
        var day = BusinessCalendar.DayOf(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        SupportEntitlement.On(licence, day).IsEntitled.ShouldBe(isEntitled);
    }

    [Fact]
    public void A_purchase_after_midnight_in_Prague_counts_for_september() =>
        SupportRule.Default.PeriodsFor(Guid.NewGuid(), BusinessCalendar.DayOf(new(2026, 8, 31, 22, 30, 0, TimeSpan.Zero))).Max(period => period.Until).ShouldBe(new DateOnly(2027, 12, 31));

    private static (bool, EntitlementReason, DateOnly?) Said(Licence licence, DateOnly day) =>
        SupportEntitlement.On(licence, day) is var answer ? (answer.IsEntitled, answer.Reason, answer.Until) : default;

    private static IEnumerable<(DateOnly From, DateOnly Until)> Cut((DateOnly From, DateOnly Until) span, int after) =>
        span.From.AddDays(after) < span.Until ? [(span.From, span.From.AddDays(after)), (span.From.AddDays(after + 1), span.Until)] : [span];

    private static DateOnly InYear(DateOnly from, int days) => from.AddDays(days) is var until && until.Year == from.Year ? until : new(from.Year, 12, 31);

    private static SupportPeriod Period((DateOnly From, DateOnly Until) span, int _) => new(Guid.NewGuid(), span.From, span.Until, SupportSource.Accounting);

    private static DateOnly Date(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Licence New(Guid? basis = null) => Licence.Make(
        Guid.NewGuid(), Guid.NewGuid(), basis is null ? LicenceKind.Single : LicenceKind.Cal, LicenceNumber.New(), DateTimeOffset.UnixEpoch, baseLicenceId: basis);

    // A licence takes one period a year and source, so periods of one year are put in as those the database could hold: past that rule.
    private static Licence Bound(IEnumerable<SupportPeriod> periods, Licence? basis = null)
    {
        var licence = New(basis?.Id);
        licence.BindTo(Guid.NewGuid(), new Purchase(First, null), DateTimeOffset.UnixEpoch);
        ((List<SupportPeriod>)Field(licence, "supportPeriods")).AddRange(periods);
        if (basis is not null)
            typeof(Licence).GetProperty(nameof(Licence.BaseLicence))!.SetValue(licence, basis);
        return licence;
    }

    private static object Field(Licence licence, string name) =>
        typeof(Licence).GetField(name, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(licence)!;
}
