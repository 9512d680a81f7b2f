using CustomerCentre.Features.Cookies;

namespace CustomerCentre.Tests.Features.Cookies;

public sealed class ConsentOptionsTests
{
    [Theory]
    [InlineData("https://stats.example.cz/count.js?site=7", true)]
    [InlineData("http://localhost:5090/count.js", true)]
    [InlineData("http://stats.example.cz/count.js", false)]
    [InlineData("//stats.example.cz/count.js", false)]
    [InlineData("https://stats.example.cz/a.js; script-src *", false)]
    [InlineData("https://stats.example.cz/a.js,https://evil.example", false)]
    [InlineData("javascript:alert(1)", false)]
    public void An_address_is_whole_encrypted_and_cannot_end_the_policy(string address, bool isGood)
    {
        new ConsentOptions { Statistics = new() { Address = address } }.AreAddresses.ShouldBe(isGood);
        var sends = new ConsentOptions();
        sends.Advertising.SendsTo.Add(address);
        sends.AreAddresses.ShouldBe(isGood);
    }

    [Theory]
    [InlineData("1", "", true)]
    [InlineData("2", "cs,en,sk", true)]
    [InlineData("2", "", false)]
    [InlineData("2", "cs,en", false)]
    [InlineData("version.2", "cs,en,sk", false)]
    [InlineData("a-version-much-too-long", "cs,en,sk", false)]
    public void Another_version_says_in_every_language_what_changed(string version, string languages, bool isGood)
    {
        var options = new ConsentOptions { TextVersion = version };
        foreach (var language in languages.Split(',', StringSplitOptions.RemoveEmptyEntries))
            options.Changed[language] = "…";
        options.IsVersion.ShouldBe(isGood);
    }
}
