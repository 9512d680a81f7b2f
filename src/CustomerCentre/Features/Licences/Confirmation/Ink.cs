using SkiaSharp;

namespace CustomerCentre.Features.Licences.Confirmation;

/// <summary>Colours on paper: those of the light theme.</summary>
internal static class Ink
{
    public static readonly SKColor Text = SKColor.Parse("#17202c");
    public static readonly SKColor Soft = SKColor.Parse("#505c6b");
    public static readonly SKColor Primary = SKColor.Parse("#2350b8");
    public static readonly SKColor Line = SKColor.Parse("#dde2e9");
    public static readonly SKColor Panel = SKColor.Parse("#f3f5f8");
}
