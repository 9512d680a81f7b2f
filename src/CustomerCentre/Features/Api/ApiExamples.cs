namespace CustomerCentre.Features.Api;

/// <summary>What an endpoint is sent and answers, for the document.</summary>
internal sealed record ApiExample(string? Request, string Response);

/// <summary>How the endpoints are described.</summary>
internal static class ApiExamples
{
    private static readonly int[] Refusals = [400, 401, 403, 429, 500];

    public static void DescribeStatus(this RouteHandlerBuilder endpoint) => endpoint
        .WithName("checkCustomers").WithSummary("Check customers")
        .WithDescription("Checks 1 to 500 customers by customer ID and register number. Each check of a customer who is found stands in that customer's history with its purpose. "
            + "A wrong pair, an unknown ID and a customer who does not allow checks read the same; too many of them in a day end your checks for that day.")
        .Accepts<StatusRequest>("application/json").Produces<StatusResponse>().Refuses([.. Refusals, 413, 415])
        .WithMetadata(new ApiExample(
            """{ "purpose": "Support", "customers": [ { "customerId": "5000000016", "registrationNumber": "25313142" }, { "customerId": "1234567", "registrationNumber": "27082440" } ] }""",
            """
            { "asOf": "2026-11-10T11:00:00+00:00", "customers": [
              { "customerId": "5000000016", "registered": true, "productLines": [ { "line": "PAMICA", "entitled": false }, { "line": "POHODA", "entitled": true, "until": "2026-12-31" } ] },
              { "customerId": "1234567", "registered": false, "productLines": [] } ] }
            """));

    public static void DescribeStock(this RouteHandlerBuilder endpoint) => endpoint
        .WithName("readStock").WithSummary("Read your stock")
        .WithDescription("Licences delivered to you, a page at a time. The number of a licence is shown until somebody registers it, then only its last four characters.")
        .Produces<StockResponse>().Refuses(Refusals)
        .WithMetadata(new ApiExample(
            null,
            """
            { "licences": [ { "id": "0198c1a2-7b3c-7d4e-8f50-61728394a5b6", "productCode": "PH-J", "product": "POHODA Jazz", "kind": "Single", "deliveredOn": "2026-01-05",
              "registered": false, "number": "7G4K-2M9X-QT3B-WZ5H", "numberEnding": "WZ5H" } ], "nextCursor": "AZjBons8fU6PUGFyg5SltgA" }
            """));

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, IEnumerable<int> statuses)
    {
        foreach (var status in statuses)
            endpoint.Produces<ApiProblem>(status, Problems.ContentType);
        return endpoint;
    }
}
