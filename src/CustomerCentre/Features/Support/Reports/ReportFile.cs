using System.Globalization;
using CustomerCentre.Domain.Support;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Support.Reports;

/// <summary>The figures of a report as a file, a column for each reason.</summary>
internal static class ReportFile
{
    public static async Task Write(HttpContext http, Sender sender, string? from = null, string? until = null, string? agent = null)
    {
        var result = await sender.Send(new ExportReport.Command(from, until, ReportWords.AgentOf(agent)), http.RequestAborted);
        if (!result.IsDone)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var (period, figures) = result.Value;
        var reasons = Enum.GetValues<LookUpReason>();
        await using var csv = CsvFiles.Begin(
            http.Response, string.Create(CultureInfo.InvariantCulture, $"{ReportsTexts.FileName}-{period.From:yyyy-MM-dd}-{period.Until:yyyy-MM-dd}"));
        csv.WriteRecord(
        [
            ReportsTexts.Agent, ReportsTexts.Initials, ReportsTexts.LookUps, .. reasons.Select(SupportWords.Of), ReportsTexts.OwnCompany, ReportsTexts.WrongCodes, ReportsTexts.Stops,
        ]);
        foreach (var row in figures)
        {
            csv.WriteRecord(
            [
                row.Name ?? ReportsTexts.Erased, row.Initials ?? "", Text(row.Total), .. reasons.Select(reason => Text(row.For(reason))), Text(row.OwnCompany), Text(row.WrongCodes),
                Text(row.Stops),
            ]);
        }

        await csv.FlushAsync(http.RequestAborted);
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
