using System.Globalization;
using CsvHelper;

namespace CustomerCentre.Features.Partners;

/// <summary>How files for partners are written: for spreadsheets of this part of the world, and with no cell that a spreadsheet would run as a formula.</summary>
internal static class CsvFiles
{
    /// <summary>Options in the person's language: where a comma parts decimals, a semicolon parts cells.</summary>
    public static CsvWriterOptions Options => CsvWriterOptions.Default with
    {
        Separator = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? ',' : ';',
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true,
    };
}
