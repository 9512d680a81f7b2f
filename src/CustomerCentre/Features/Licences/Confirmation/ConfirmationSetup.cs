using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CustomerCentre.Features.Licences.Confirmation;

public static class ConfirmationSetup
{
    public static void MapConfirmation(this IEndpointRouteBuilder app) =>
        app.MapGet("/companies/{number}/confirmation.pdf", Write).RequireAuthorization();

    private static async Task<IResult> Write(string number, Sender sender, IOptions<OperatorOptions> options, HttpResponse response, CancellationToken cancellationToken)
    {
        var result = await sender.Send(new ReadConfirmation.Query(number), cancellationToken);
        if (!result.IsDone)
            return Results.StatusCode(result.Outcome == Outcome.Refused ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);

        // The customer number is public; no licence number may stand in a name that ends up in lists of downloads.
        response.Headers.ContentDisposition =
            new ContentDispositionHeaderValue("inline") { FileName = $"{ConfirmationTexts.FileName}-{result.Value.Number.Value}.pdf" }.ToString();
        response.ForbidStoring();
        return Results.Bytes(ConfirmationPdf.Of(result.Value, options.Value), "application/pdf");
    }
}
