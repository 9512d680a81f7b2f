using System.Globalization;
using CustomerCentre.Data.Retention;
using CustomerCentre.Features.Legal;

namespace CustomerCentre.Tests.Features.Legal;

public sealed class KeptDataTests
{
    [Theory]
    [InlineData(1, "1 den")]
    [InlineData(3, "3 dny")]
    [InlineData(14, "14 dní")]
    [InlineData(365, "1 rok")]
    [InlineData(1825, "5 let")]
    public void A_period_of_the_settings_is_what_people_read(int days, string read)
    {
        CultureInfo.CurrentUICulture = new CultureInfo("cs");
        KeptData.All(new RetentionOptions { SignUpDays = days })[0].HowLong.ShouldBe($"{read} od založení");
    }
}
