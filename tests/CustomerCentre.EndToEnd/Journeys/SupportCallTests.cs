using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Journeys;

public sealed partial class SupportCallTests(Portal portal) : Journey(portal)
{
    private const string Company = "5000001233";

    [Fact]
    public async Task A_call_goes_from_the_search_over_the_pin_to_support_on_a_past_day_and_the_customer_sees_it()
    {
        var caller = await NewVisitor();
        await caller.SignIn("firma@example.cz");
        await caller.Open($"/companies/{Company}/support-pin");
        await caller.Submit();
        var pin = Digits().Replace(await caller.Page.Locator("main .big-number .number").First.InnerTextAsync(), "");
        pin.Length.ShouldBe(6);
        await caller.CheckAccess();

        await Me.SignIn("podpora@example.cz");
        await Open("/support");
        await Page.WaitForInteractive();
        await Page.Keyboard.TypeAsync("kovovyroba ukaz");
        await Page.Locator("ol.hits a.hit").First.WaitForAsync();
        await Look("support-search");
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync($"**/support/customers/{Company}");
        // The address changes before the page does.
        await Page.Locator(".reasons").WaitForAsync();
        await Look("support-gate");

        await Page.FillAsync("#Proof-Digits", pin);
        await Page.Locator("form.caller-proof button[type=submit]").ClickAsync();
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("ověřen");
        await Look("support-customer");

        var past = TimeProvider.System.GetUtcNow().AddYears(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await Open($"/support/customers/{Company}/licences?on={past}");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("POHODA");
        await Look("support-licences-on-a-day");

        await caller.Open($"/companies/{Company}/history");
        await Assertions.Expect(caller.Page.Locator("main")).ToContainTextAsync("PP");
        await caller.CheckAccess();
        await caller.Screenshot("company-history");
    }

    private async Task Look(string name)
    {
        await CheckAccess();
        await Screenshot(name);
    }

    [GeneratedRegex(@"\D")]
    private static partial Regex Digits();
}
