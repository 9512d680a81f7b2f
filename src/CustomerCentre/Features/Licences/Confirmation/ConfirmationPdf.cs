using System.Globalization;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using SkiaSharp;

namespace CustomerCentre.Features.Licences.Confirmation;

/// <summary>Turns a confirmation into a PDF in the language of the person.</summary>
internal static class ConfirmationPdf
{
    public static byte[] Of(ReadConfirmation.Answer confirmation, OperatorOptions options)
    {
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, Metadata(confirmation, options)))
        {
            foreach (var sheet in new ConfirmationLayout(confirmation, options).Sheets())
            {
                var canvas = document.BeginPage(Sheet.Width, Sheet.Height);
                sheet.Draw(canvas);
                Letterhead.DrawMark(canvas);
                document.EndPage();
            }

            document.Close();
        }

        return PdfCatalog.WithLanguage(stream.ToArray(), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
    }

    private static SKDocumentPdfMetadata Metadata(ReadConfirmation.Answer confirmation, OperatorOptions options)
    {
        var day = confirmation.On.ToDateTime(TimeOnly.MinValue);
        return new SKDocumentPdfMetadata(SKDocumentPdfMetadata.DefaultRasterDpi)
        {
            Title = $"{ConfirmationTexts.Title} · {confirmation.Number}",
            Author = options.For(confirmation.Country.Value).Name,
            Creator = ShellTexts.ProductName,
            Creation = day,
            Modified = day,
        };
    }
}
