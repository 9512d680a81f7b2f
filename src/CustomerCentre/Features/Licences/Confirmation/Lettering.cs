using SkiaSharp;

namespace CustomerCentre.Features.Licences.Confirmation;

/// <summary>How a text on paper looks. The typeface travels with the program, because servers have none; sizes are in points.</summary>
internal sealed class Lettering
{
    private static readonly SKTypeface RegularFace = Face("fonts/inter-regular.ttf");
    private static readonly SKTypeface SemiBoldFace = Face("fonts/inter-semibold.ttf");

    public static readonly Lettering Title = new(SemiBoldFace, 24, Ink.Text);
    public static readonly Lettering Number = new(SemiBoldFace, 20, Ink.Primary);
    public static readonly Lettering Name = new(SemiBoldFace, 13, Ink.Text);
    public static readonly Lettering Heading = new(SemiBoldFace, 12, Ink.Text);
    public static readonly Lettering Body = new(RegularFace, 9.5f, Ink.Text);
    public static readonly Lettering Caption = new(RegularFace, 8.5f, Ink.Soft);
    public static readonly Lettering Strong = new(SemiBoldFace, 8, Ink.Text);
    public static readonly Lettering Cell = new(RegularFace, 8, Ink.Text);
    public static readonly Lettering Small = new(RegularFace, 7.5f, Ink.Soft);

    private Lettering(SKTypeface face, float size, SKColor colour)
    {
        Font = new SKFont(face, size) { Subpixel = true, Hinting = SKFontHinting.None };
        Colour = colour;
        Leading = MathF.Round(size * (size > 15 ? 1.2f : 1.4f), 1);
    }

    public SKFont Font { get; }

    public SKColor Colour { get; }

    /// <summary>From one line to the next.</summary>
    public float Leading { get; }

    public float WidthOf(string text) => Font.MeasureText(text);

    private static SKTypeface Face(string resource)
    {
        using var stream = typeof(Lettering).Assembly.GetManifestResourceStream(resource)!;
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException($"{resource} is no typeface.");
    }
}
