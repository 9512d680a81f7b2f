using System.Globalization;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Partners;

/// <summary>The stock as a file. It is written while it is read, so its length costs no memory.</summary>
internal static class StockFile
{
    public static async Task Write(HttpContext http, Sender sender, TimeProvider time, string? show = null, string? search = null)
    {
        var shown = StockWords.ShowOf(show);
        var part = await sender.Send(new ExportStock.Command(shown, search, After: null), http.RequestAborted);
        if (!part.IsDone)
        {
            http.Response.StatusCode = part.Outcome == Outcome.Refused ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound;
            return;
        }

        await using var csv = CsvFiles.Begin(http.Response, $"{PartnersTexts.StockFileName}-{time.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        csv.WriteRecord([PartnersTexts.Product, PartnersTexts.Kind, PartnersTexts.Number, PartnersTexts.DeliveredOn, PartnersTexts.State, PartnersTexts.RegisteredOn]);
        for (var rows = part.Value; rows.Count > 0; rows = await Next(sender, shown, search, rows[^1].Id, http.RequestAborted))
        {
            foreach (var row in rows)
            {
                csv.WriteRecord([row.Product, StockWords.Of(row.Kind, row.Quantity), Number(row), row.DeliveredOn?.ToText() ?? "", StockWords.Of(row.State), row.RegisteredOn?.ToText() ?? ""]);
            }

            await csv.FlushAsync(http.RequestAborted);
        }
    }

    private static async Task<IReadOnlyList<ExportStock.Row>> Next(Sender sender, StockShow show, string? search, Guid after, CancellationToken cancellationToken) =>
        await sender.Send(new ExportStock.Command(show, search, after), cancellationToken) is { IsDone: true } part ? part.Value : [];

    private static string Number(ExportStock.Row row) => row.State == LicenceState.Sold ? row.Number.Display : StockWords.Ending(row.Number.LastFour);
}
