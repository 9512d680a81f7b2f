using CustomerCentre.Registers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Tests.Registers;

public sealed class RegistersSetupTests
{
    private static RegistersOptions Bound(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddRegisters(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>($"Registers:{s.Key}", s.Value))).Build())
        .BuildServiceProvider().GetRequiredService<IOptions<RegistersOptions>>().Value;

    [Fact]
    public void Without_settings_the_terms_of_the_registers_hold()
    {
        var options = Bound();

        (options.Mode, options.RememberFor, options.Ares.AtOnce).ShouldBe((RegistersMode.Live, TimeSpan.FromHours(24), 2));
        (options.Ares.TimeOut.TotalSeconds, options.Vies.TimeOut.TotalSeconds, options.Rpo.TimeOut.TotalSeconds).ShouldBe((8, 8, 20));
        options.Ares.PerMinute.ShouldBeLessThanOrEqualTo(500);
    }

    [Fact]
    public void One_setting_leaves_the_others_as_they_were()
    {
        var options = Bound(("Mode", "Off"), ("Rpo:TimeOut", "00:00:05"));

        (options.Mode, options.Rpo.TimeOut.TotalSeconds).ShouldBe((RegistersMode.Off, 5));
        options.Rpo.Address.ShouldBe(new RegistersOptions().Rpo.Address);
    }

    [Theory]
    [InlineData("Ares:Address", "/rest")]
    [InlineData("Vies:TimeOut", "00:00:00")]
    [InlineData("Ares:AtOnce", "0")]
    [InlineData("RememberFor", "00:00:00")]
    public void A_setting_that_makes_no_sense_is_refused(string key, string value)
    {
        Should.Throw<OptionsValidationException>(() => Bound((key, value)));
    }
}
