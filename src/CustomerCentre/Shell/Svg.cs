using Microsoft.AspNetCore.Components;

namespace CustomerCentre.Shell;

/// <summary>Icons beside words, which readers skip: one piece of markup each, because a component for each costs every page.</summary>
public static class Svg
{
    /// <param name="paths">What is drawn, such as <c>Icons.Material.Outlined.Inbox</c>.</param>
    /// <param name="style">A class of its own.</param>
    public static MarkupString Of(string paths, string style = "") => Draw("medium", style, paths);

    /// <summary>One as high as the text beside it.</summary>
    public static MarkupString Small(string paths) => Draw("small", "", paths);

    private static MarkupString Draw(string size, string style, string paths) => new(
        $"""<svg class="mud-icon-root mud-svg-icon mud-icon-size-{size} {style}" focusable="false" viewBox="0 0 24 24" aria-hidden="true" role="img">{paths}</svg>""");
}
