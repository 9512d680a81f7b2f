using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace CustomerCentre.Shell;

/// <summary>The stylesheets and scripts that every page names: the same for all of them and most of a small page's elements, so they are written out once.</summary>
public sealed class PageFiles(ThemeStylesheet theme)
{
    private static readonly string[] Styles = ["app", "shell", "forms", "home", "onboarding", "licences", "support-files", "calls", "partners", "search", "safety"];

    private static readonly string[] Scripts =
        ["_framework/blazor.web.js", "_content/MudBlazor/MudBlazor.min.js", "scripts/page.js", "scripts/actions.js", "scripts/search.js", "scripts/forms.js", "scripts/arriving.js"];

    private volatile Written? written;

    /// <summary>What belongs into the head of a page.</summary>
    /// <param name="assets">The addresses of files by their names, the same for every page of one run.</param>
    public MarkupString Head(ResourceAssetCollection assets) => From(assets).Head;

    /// <summary>What stands at the end of its body.</summary>
    /// <param name="assets">As for <see cref="Head"/>.</param>
    public MarkupString Tail(ResourceAssetCollection assets) => From(assets).Tail;

    private Written From(ResourceAssetCollection assets) =>
        written is { } known && ReferenceEquals(known.Assets, assets) ? known : written = new(assets, new(HeadOf(assets)), new(TailOf(assets)));

    private string HeadOf(ResourceAssetCollection assets) => string.Join('\n', (string[])
    [
        Style(assets["_content/MudBlazor/MudBlazor.min.css"]), Style(theme.Address), .. Styles.Select(name => Style(assets[$"{name}.css"])),
        $"""<link rel="icon" href="{Encoded(assets["favicon.svg"])}" type="image/svg+xml" />""",
    ]);

    private static string TailOf(ResourceAssetCollection assets) => string.Join('\n', (string[])
    [
        .. Scripts.Select(name => $"""<script src="{Encoded(assets[name])}"></script>"""),
        $"""<script src="{Encoded(assets["scripts/safety.js"])}" type="module"></script>""",
    ]);

    private static string Style(string address) => $"""<link rel="stylesheet" href="{Encoded(address)}" />""";

    private static string Encoded(string address) => HtmlEncoder.Default.Encode(address);

    private sealed record Written(ResourceAssetCollection Assets, MarkupString Head, MarkupString Tail);
}
