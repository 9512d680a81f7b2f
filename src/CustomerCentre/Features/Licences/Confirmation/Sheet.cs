using SkiaSharp;

namespace CustomerCentre.Features.Licences.Confirmation;

/// <summary>A text on a sheet, by the left end of its base line.</summary>
internal sealed record PlacedText(string Text, float X, float Y, Lettering Lettering);

/// <summary>One page of paper before it is drawn: what stands on it and where. Points from the top left corner.</summary>
internal sealed class Sheet
{
    public const float Width = 595;
    public const float Height = 842;
    public const float Left = 44;
    public const float Right = Width - Left;

    private readonly List<PlacedText> texts = [];
    private readonly List<SKRect> panels = [];
    private readonly List<float> lines = [];

    public IReadOnlyList<PlacedText> Texts => texts;

    /// <summary>Writes lines one under the other, the top of the first at <paramref name="y"/>, and answers where the last one ends.</summary>
    public float Write(IEnumerable<string> written, float x, float y, Lettering lettering)
    {
        foreach (var line in written)
        {
            texts.Add(new(line, x, y + (lettering.Leading * .74f), lettering));
            y += lettering.Leading;
        }

        return y;
    }

    public float Write(string line, float x, float y, Lettering lettering) => Write([line], x, y, lettering);

    public float WriteToRight(string line, float y, Lettering lettering) => Write(line, Right - lettering.WidthOf(line), y, lettering);

    /// <summary>A line across the page.</summary>
    public void Rule(float y) => lines.Add(y);

    /// <summary>A tinted box behind the texts, as wide as they are.</summary>
    public void Panel(float top, float bottom) => panels.Add(new(Left, top, Right, bottom));

    public void Draw(SKCanvas canvas)
    {
        using var paint = new SKPaint { IsAntialias = true, StrokeWidth = .75f };
        paint.Color = Ink.Panel;
        foreach (var panel in panels)
            canvas.DrawRoundRect(panel, 6, 6, paint);
        paint.Color = Ink.Line;
        foreach (var y in lines)
            canvas.DrawLine(Left, y, Right, y, paint);
        foreach (var text in texts)
        {
            paint.Color = text.Lettering.Colour;
            canvas.DrawText(text.Text, text.X, text.Y, SKTextAlign.Left, text.Lettering.Font, paint);
        }
    }
}
