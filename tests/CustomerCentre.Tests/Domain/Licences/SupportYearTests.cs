using System.Globalization;
using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Tests.Domain.Licences;

public sealed class SupportYearTests
{
    private static readonly DateOnly Today = new(2026, 11, 10);

    [Fact]
    public void A_year_without_support_between_two_others_is_told_too()
    {
        var years = SupportYear.Of([Period("2024-01-01", "2024-12-31"), Period("2026-01-01", "2026-12-31")], new(2024, 1, 1), null, Today);

        years.Select(year => year.Year).ShouldBe([2026, 2025, 2024]);
        years[1].Covered.ShouldBeEmpty();
    }

    [Fact]
    public void Periods_that_touch_or_overlap_are_one_stretch()
    {
        var year = SupportYear.Of(
            [Period("2026-07-01", "2026-12-31"), Period("2026-03-14", "2026-06-30", SupportSource.Registration), Period("2026-05-01", "2026-05-31", SupportSource.ByHand)],
            null, null, Today).ShouldHaveSingleItem();

        year.Covered.ShouldBe([new SupportSpan(new(2026, 3, 14), new(2026, 12, 31))]);
        year.Sources.ShouldBe([SupportSource.Registration, SupportSource.ByHand, SupportSource.Accounting]);
    }

    [Fact]
    public void What_was_prepaid_ends_with_the_licence()
    {
        var years = SupportYear.Of([Period("2026-01-01", "2026-12-31"), Period("2027-01-01", "2027-12-31")], null, new(2026, 10, 2), Today);

        years.Select(year => year.Year).ShouldBe([2027, 2026]);
        years[0].Covered.ShouldBeEmpty();
        years[1].Covered.ShouldBe([new SupportSpan(new(2026, 1, 1), new(2026, 10, 1))]);
    }

    [Fact]
    public void A_licence_that_never_had_support_shows_the_years_since_its_purchase() =>
        SupportYear.Of([], new(2025, 6, 1), null, Today).Select(year => (year.Year, year.Covered.Count)).ShouldBe([(2026, 0), (2025, 0)]);

    private static SupportPeriod Period(string from, string until, SupportSource source = SupportSource.Accounting) =>
        new(Guid.Empty, DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(until, CultureInfo.InvariantCulture), source);
}
