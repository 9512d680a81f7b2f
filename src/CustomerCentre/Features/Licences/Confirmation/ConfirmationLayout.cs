using CustomerCentre.Resources;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Licences.Confirmation;

/// <summary>Lays a confirmation out on sheets of A4.</summary>
internal sealed class ConfirmationLayout(ReadConfirmation.Answer confirmation, OperatorOptions options)
{
    private const float Inner = 16;
    private const float NumberColumn = 190;
    private readonly LicenceGrid grid = new(options.For(confirmation.Country.Value));
    private readonly Letterhead letterhead = new(options, confirmation.Country.Value);

    public IReadOnlyList<Sheet> Sheets()
    {
        var first = new Sheet();
        var top = WriteOpening(first);
        var rows = confirmation.Licences.Select(grid.RowOf).ToList();
        var pages = Paging.Split([.. rows.Select(row => row.Height)], Room(top), Room(Letterhead.Top), NoteHeight);
        var sheets = pages.Select((_, page) => page == 0 ? first : new Sheet()).ToList();
        for (var page = 0; page < sheets.Count; page++)
        {
            var y = page == 0 ? top : Letterhead.Top;
            if (rows.Count > 0)
                y = LicenceGrid.WriteHeader(sheets[page], y);
            y = rows.Take(pages[page]).Aggregate(y, (at, row) => LicenceGrid.WriteRow(sheets[page], at, row));
            if (page == sheets.Count - 1)
                sheets[page].Write(Note, Sheet.Left, y + Inner, Lettering.Caption);
            letterhead.Write(sheets[page], page == 0 ? ShellTexts.ProductName : $"{ConfirmationTexts.Title} · {Number}", page + 1, sheets.Count);
        }

        return sheets;
    }

    private string Number => $"{ConfirmationTexts.CustomerNumber} {confirmation.Number}";

    private IReadOnlyList<string> Note => TextLines.Of(
        confirmation.Licences.Count == 0 ? ConfirmationTexts.NoLicences : ConfirmationTexts.Confidential, Sheet.Right - Sheet.Left - 60, Lettering.Caption);

    private float NoteHeight => Inner + (Note.Count * Lettering.Caption.Leading);

    private static float Room(float top) => Letterhead.Bottom - top - LicenceGrid.Header.Height;

    private float WriteOpening(Sheet sheet)
    {
        var y = sheet.Write(ConfirmationTexts.Title, Sheet.Left, Letterhead.Top, Lettering.Title);
        y = sheet.Write(ConfirmationWords.Issued(confirmation), Sheet.Left, y + 2, Lettering.Body);
        y = WriteCustomer(sheet, y + 18);
        return sheet.Write($"{ConfirmationTexts.Licences} ({confirmation.Licences.Count})", Sheet.Left, y + 22, Lettering.Heading) + 6;
    }

    private float WriteCustomer(Sheet sheet, float top)
    {
        const float width = Sheet.Right - Sheet.Left - NumberColumn - (2 * Inner);
        var right = Sheet.Right - NumberColumn;
        var number = sheet.Write(ConfirmationTexts.CustomerNumber, right, top + Inner, Lettering.Caption);
        number = sheet.Write(confirmation.Number.ToString(), right, number, Lettering.Number);

        var y = sheet.Write(ConfirmationTexts.Customer, Sheet.Left + Inner, top + Inner, Lettering.Caption);
        y = sheet.Write(TextLines.Of(confirmation.Name, width, Lettering.Name), Sheet.Left + Inner, y + 1, Lettering.Name) + 2;
        foreach (var line in ConfirmationWords.Address(confirmation).Concat(Identifiers))
            y = sheet.Write(TextLines.Of(line, width, Lettering.Body), Sheet.Left + Inner, y, Lettering.Body);

        var bottom = Math.Max(y, number) + Inner - 2;
        sheet.Panel(top, bottom);
        return bottom;
    }

    private IEnumerable<string> Identifiers
    {
        get
        {
            if (confirmation.RegisterNumber is { } register)
                yield return $"{ConfirmationTexts.RegisterNumber} {register}";
            if (confirmation.VatNumber is { } vat)
                yield return $"{ConfirmationTexts.VatNumber} {vat}";
        }
    }
}
