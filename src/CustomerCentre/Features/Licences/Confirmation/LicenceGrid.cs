using CustomerCentre.Resources;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Licences.Confirmation;

/// <summary>The table of licences on paper: its columns, and rows as high as their longest cell.</summary>
internal sealed class LicenceGrid(OperatorEntity entity)
{
    private const float Gap = 8;
    private const float Padding = 6;
    private static readonly float[] Widths = [129, 124, 60, 60, 74, 60];

    public static GridRow Header => Row([.. Headers.Select(header => Cell(header, Lettering.Small))]);

    private static string[] Headers =>
    [
        ConfirmationTexts.Product, ConfirmationTexts.LicenceNumber, ConfirmationTexts.Purchased, ConfirmationTexts.Registered, ConfirmationTexts.BoughtFrom,
        ConfirmationTexts.SupportUntil,
    ];

    public GridRow RowOf(ConfirmedLicence licence) => Row(
    [
        (column => [.. Lines(licence.Product, column, Lettering.Strong), .. Lines(ConfirmationWords.Covers(licence), column, Lettering.Small)]),
        Cell(licence.Number.Display, Lettering.Strong),
        Cell(ConfirmationWords.Purchased(licence), Lettering.Cell),
        Cell(ConfirmationWords.Registered(licence), Lettering.Cell),
        Cell(ConfirmationWords.BoughtFrom(licence, entity), Lettering.Cell),
        Cell(ConfirmationWords.Support(licence), Lettering.Cell),
    ]);

    public static float WriteHeader(Sheet sheet, float y)
    {
        sheet.Panel(y, y + Header.Height);
        return WriteRow(sheet, y, Header);
    }

    public static float WriteRow(Sheet sheet, float y, GridRow row)
    {
        var x = Sheet.Left;
        for (var column = 0; column < Widths.Length; column++)
        {
            var top = y + Padding;
            foreach (var (text, lettering) in row.Cells[column])
                top = sheet.Write(text, x + (Gap / 2), top, lettering);
            x += Widths[column];
        }

        sheet.Rule(y + row.Height);
        return y + row.Height;
    }

    private static GridRow Row(IReadOnlyList<Func<float, IReadOnlyList<(string, Lettering)>>> cells)
    {
        var broken = cells.Select((cell, column) => cell(Widths[column] - Gap)).ToList();
        return new(broken, broken.Max(lines => lines.Sum(line => line.Item2.Leading)) + (2 * Padding));
    }

    private static Func<float, IReadOnlyList<(string, Lettering)>> Cell(string text, Lettering lettering) => width => [.. Lines(text, width, lettering)];

    private static IEnumerable<(string, Lettering)> Lines(string text, float width, Lettering lettering) =>
        TextLines.Of(text, width, lettering).Select(line => (line, lettering));
}

/// <summary>A row broken into lines.</summary>
internal sealed record GridRow(IReadOnlyList<IReadOnlyList<(string Text, Lettering Lettering)>> Cells, float Height);
