using CustomerCentre.Resources;
using CustomerCentre.Shell;
using SkiaSharp;

namespace CustomerCentre.Features.Licences.Confirmation;

/// <summary>The operator's head and foot of every page.</summary>
internal sealed class Letterhead(OperatorOptions options, string country)
{
    /// <summary>Where the content begins.</summary>
    public const float Top = 92;

    /// <summary>Where the content must have ended.</summary>
    public const float Bottom = Sheet.Height - 84;

    private const float HeadTop = 36;
    private const float Mark = 22;
    private readonly OperatorEntity entity = options.For(country);
    private readonly OperatorEntity reachable = options.Supporting(country);

    public void Write(Sheet sheet, string caption, int page, int pages)
    {
        sheet.Write(options.Brand, Sheet.Left + Mark + 8, HeadTop + 2, Lettering.Name);
        sheet.WriteToRight(caption, HeadTop + 5, Lettering.Caption);
        sheet.Rule(HeadTop + Mark + 14);

        var foot = Bottom + 20;
        sheet.Rule(foot);
        sheet.Write([$"{entity.Name}, {entity.Street}, {entity.City}", Numbers], Sheet.Left, foot + 10, Lettering.Small);
        sheet.Write(Contacts, Sheet.Left, foot + 10 + (2 * Lettering.Small.Leading), Lettering.Small);
        sheet.WriteToRight(ConfirmationWords.Format(ConfirmationTexts.PageOf, page, pages), foot + 10, Lettering.Small);
    }

    /// <summary>The mark of the operator, the same as the site's icon.</summary>
    public static void DrawMark(SKCanvas canvas)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = Ink.Primary };
        canvas.DrawRoundRect(SKRect.Create(Sheet.Left, HeadTop, Mark, Mark), Mark / 4, Mark / 4, paint);
        using var tick = SKPath.ParseSvgPathData("M9 16.5l5 5 9-11");
        tick.Transform(SKMatrix.CreateScaleTranslation(Mark / 32, Mark / 32, Sheet.Left, HeadTop));
        (paint.Color, paint.Style, paint.StrokeWidth, paint.StrokeCap, paint.StrokeJoin) = (SKColors.White, SKPaintStyle.Stroke, 3.5f * Mark / 32, SKStrokeCap.Round, SKStrokeJoin.Round);
        canvas.DrawPath(tick, paint);
    }

    private string Numbers => string.Join(" · ", new[]
    {
        $"{ShellTexts.RegisterNumber} {entity.RegisterNumber}",
        entity.VatNumber is { } number ? $"{ShellTexts.VatNumber} {number}" : null,
    }.OfType<string>());

    private string Contacts => string.Join(" · ", new[]
    {
        $"{ShellTexts.Support} {reachable.SupportPhone}", reachable.SupportEmail, $"{ShellTexts.Sales} {reachable.SalesPhone}", reachable.SalesEmail,
    }.OfType<string>());
}
