using System.Globalization;
using CustomerCentre.Domain;
using CustomerCentre.Shell;
using Microsoft.Extensions.Time.Testing;

namespace CustomerCentre.Tests.Shell;

public sealed class DatesTests
{
    [Theory]
    [InlineData("cs", "2. 1. 2026")]
    [InlineData("sk", "2. 1. 2026")]
    [InlineData("en", "2 Jan 2026")]
    public void A_day_is_written_as_its_readers_write_it(string language, string text)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new(language);
        new DateOnly(2026, 1, 2).ToText().ShouldBe(text);
    }

    [Theory]
    [InlineData("2026-06-30T21:59:59Z", 30)]
    [InlineData("2026-06-30T22:00:00Z", 1)]
    public void The_day_turns_at_midnight_in_Prague(string now, int day) =>
        new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)).Today().Day.ShouldBe(day);
}
