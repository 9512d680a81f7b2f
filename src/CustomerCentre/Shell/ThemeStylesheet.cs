using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace CustomerCentre.Shell;

/// <summary>
/// The theme as one cached file. Mud's own provider would write these 12 KB into every page and its circuit again.
/// </summary>
public sealed partial class ThemeStylesheet(IServiceProvider services, ILoggerFactory loggers)
{
    private readonly Lazy<(string Text, string Address)> file = new(() => Render(services, loggers).GetAwaiter().GetResult());

    public string Text => file.Value.Text;

    /// <summary>The address changes with the content, so browsers may keep the file for good.</summary>
    public string Address => file.Value.Address;

    private static async Task<(string Text, string Address)> Render(IServiceProvider services, ILoggerFactory loggers)
    {
        using var scope = services.CreateScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var light = await Palette(renderer, ":root", dark: false);
        // Dark by the system's wish, unless the person picked; picked dark wins over any system.
        var bySystem = await Palette(renderer, ":root:not([data-scheme=light])", dark: true);
        var picked = await Palette(renderer, ":root[data-scheme=dark]", dark: true);
        var text = $"{light}\n@media (prefers-color-scheme: dark) {{\n{bySystem}\n}}\n{picked}\n";
        return (text, $"/theme.css?v={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}");
    }

    private static Task<string> Palette(HtmlRenderer renderer, string scope, bool dark) => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var output = await renderer.RenderComponentAsync<MudThemeProvider>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(MudThemeProvider.Theme)] = Theme.In(scope),
            [nameof(MudThemeProvider.IsDarkMode)] = dark,
            [nameof(MudThemeProvider.DefaultScrollbar)] = true,
            [nameof(MudThemeProvider.ObserveSystemDarkModeChange)] = false,
        }));
        return StyleTag().Replace(output.ToHtmlString(), "");
    });

    [GeneratedRegex("</?style[^>]*>")]
    private static partial Regex StyleTag();
}
