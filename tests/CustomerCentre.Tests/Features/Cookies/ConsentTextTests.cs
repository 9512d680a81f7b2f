using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CustomerCentre.Features.Cookies;
using CustomerCentre.Resources;

namespace CustomerCentre.Tests.Features.Cookies;

public sealed class ConsentTextTests
{
    /// <summary>What version 1 said. Proofs name the version, so what it said must never change: another text needs another version, here and in the settings.</summary>
    private const string VersionOne = "4948623ea8c8e9d9";

    private static readonly string[] Asked =
    [
        nameof(CookiesTexts.BarTitle), nameof(CookiesTexts.BarText), nameof(CookiesTexts.Accept), nameof(CookiesTexts.Refuse), nameof(CookiesTexts.Save),
        nameof(CookiesTexts.StatisticsText), nameof(CookiesTexts.StatisticsAllow), nameof(CookiesTexts.AdvertisingText), nameof(CookiesTexts.AdvertisingAllow),
    ];

    [Fact]
    public void The_text_that_was_consented_to_stays_as_it_was()
    {
        new ConsentOptions().TextVersion.ShouldBe("1");
        var text = string.Join('\n', from language in (string[])["cs", "en", "sk"] from name in Asked select CookiesTexts.ResourceManager.GetString(name, new CultureInfo(language))!);
        text.ShouldContain("Accept all");
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16].ShouldBe(VersionOne);
    }
}
