using CustomerCentre.Data;
using Microsoft.Playwright;

namespace CustomerCentre.Benchmarks.Pages;

/// <summary>A person of the demo world who signs in to what is measured.</summary>
internal static class Guest
{
    public const string Email = "firma@example.cz";

    public static async Task<(string Cookies, string Company)> SignedIn(IBrowser browser, Uri address)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await SignIn(page, address, Email);
        await page.GotoAsync(new Uri(address, "/licences").ToString());
        var cookies = (await context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}");
        return (string.Join("; ", cookies), string.Join('/', new Uri(page.Url).AbsolutePath.Split('/').Take(3)));
    }

    public static async Task SignIn(IPage page, Uri address, string email)
    {
        await page.GotoAsync(new Uri(address, "/account/sign-in").ToString());
        await page.Locator("input[type=email]").FillAsync(email);
        await page.Locator("input[type=password]").FillAsync(DemoAccounts.Password);
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }
}
