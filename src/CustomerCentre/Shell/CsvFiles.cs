using System.Globalization;
using CsvHelper;
using Microsoft.Net.Http.Headers;

namespace CustomerCentre.Shell;

/// <summary>How files for people are written: for spreadsheets of this part of the world, and with no cell that a spreadsheet would run as a formula.</summary>
internal static class CsvFiles
{
    /// <summary>Options in the person's language: where a comma parts decimals, a semicolon parts cells.</summary>
    public static CsvWriterOptions Options => CsvWriterOptions.Default with
    {
        Separator = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? ',' : ';',
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true,
    };

    /// <summary>Makes the answer a file to keep, which no cache keeps too.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="name">Name of the file without its ending.</param>
    /// <returns>What writes into it.</returns>
    public static CsvWriter Begin(HttpResponse response, string name)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{name}.csv" }.ToString();
        response.ForbidStoring();
        return CsvWriter.Create(response.Body, Options, leaveOpen: true);
    }
}
