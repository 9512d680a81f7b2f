using System.Globalization;
using CustomerCentre.Features.Support.Reports;

namespace CustomerCentre.Tests.Features.Support.Reports;

public sealed class ReportPeriodTests
{
    private static readonly DateOnly Today = new(2026, 11, 10);

    [Theory]
    [InlineData(null, null, "2026-10-12", "2026-11-10")]
    [InlineData("nonsense", "2026-13-01", "2026-10-12", "2026-11-10")]
    [InlineData("2026-03-01", "2026-03-31", "2026-03-01", "2026-03-31")]
    [InlineData("2026-03-31", "2026-03-01", "2026-03-01", "2026-03-31")]
    [InlineData(null, "2026-03-31", "2026-03-02", "2026-03-31")]
    [InlineData("2026-11-01", "2030-01-01", "2026-11-01", "2026-11-10")]
    [InlineData("2001-01-01", "2026-11-10", "2025-11-10", "2026-11-10")]
    [InlineData("0001-01-01", "0001-01-01", "2000-01-01", "2000-01-01")]
    [InlineData("9999-12-31", "9999-12-31", "2026-11-10", "2026-11-10")]
    public void Any_address_is_a_period_of_at_most_a_year_until_today(string? from, string? until, string first, string last)
    {
        var period = ReportPeriod.Read(from, until, Today);
        (period.From.ToString("O", CultureInfo.InvariantCulture), period.Until.ToString("O", CultureInfo.InvariantCulture)).ShouldBe((first, last));
    }

    [Fact]
    public void Days_begin_and_end_at_midnight_in_Prague()
    {
        var period = ReportPeriod.Read("2026-10-25", "2026-10-25", Today);
        period.Start.ShouldBe(new DateTimeOffset(2026, 10, 24, 22, 0, 0, TimeSpan.Zero));
        period.End.ShouldBe(new DateTimeOffset(2026, 10, 25, 23, 0, 0, TimeSpan.Zero));
    }
}
