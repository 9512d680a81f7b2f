using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Running;

internal static class Screenshots
{
    /// <summary>Set to "off" no pictures are taken: they cost a quarter of the time of all journeys.</summary>
    public const string Variable = "CUSTOMERCENTRE_SCREENSHOTS";

    public static bool AreWanted { get; } = Environment.GetEnvironmentVariable(Variable) != "off";

    /// <summary>Saves the whole page wide and narrow, light and dark: artifacts/screenshots/name-1280-light.png and so on.</summary>
    public static async Task Take(IPage page, string name)
    {
        var folder = Repository.Artifacts("screenshots");
        var before = page.ViewportSize!;
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in new[] { 390, 1280 })
            {
                await page.SetViewportSizeAsync(width, before.Height);
                await page.WaitForAnimations();
                var file = $"{name}-{width}-{(scheme == ColorScheme.Dark ? "dark" : "light")}.png";
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
            }
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);
    }
}
