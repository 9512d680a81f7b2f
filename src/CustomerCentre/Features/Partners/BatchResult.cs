using System.Globalization;
using CsvHelper;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Resources;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Partners;

/// <summary>The answers to a file of pairs as a file: a line for each product line, so that a spreadsheet can sort and filter them.</summary>
internal static class BatchResult
{
    public static Stream Write(IEnumerable<BatchRow> rows)
    {
        var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, CsvFiles.Options, leaveOpen: true))
        {
            csv.WriteRecord(
            [
                PartnersTexts.Line, PartnersTexts.CustomerNumber, PartnersTexts.RegistrationNumber, PartnersTexts.Registered, PartnersTexts.ProductLine, PartnersTexts.SupportToday,
                PartnersTexts.Until, PartnersTexts.AsOfHeading,
            ]);
            foreach (var row in rows)
            {
                if (row.Status.Lines.Count == 0)
                    csv.WriteRecord(Cells(row, null));
                foreach (var line in row.Status.Lines)
                    csv.WriteRecord(Cells(row, line));
            }
        }

        stream.Position = 0;
        return stream;
    }

    private static string[] Cells(BatchRow row, PartnerEntitlement? line) =>
    [
        row.Asked.Line.ToString(CultureInfo.InvariantCulture), row.Asked.Pair.CustomerNumber, row.Asked.Pair.RegistrationNumber, YesNo(row.Status.IsRegistered),
        line?.Line ?? "", line is null ? "" : YesNo(line.IsEntitled), line?.Until?.ToText() ?? "", $"{row.AsOf.ToText()} {row.AsOf.ToClock()}",
    ];

    private static string YesNo(bool yes) => yes ? PartnersTexts.Yes : PartnersTexts.No;
}
