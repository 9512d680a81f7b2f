using CustomerCentre.Requests;

namespace CustomerCentre.Features.Partners;

public static class PartnersSetup
{
    public static void MapPartners(this IEndpointRouteBuilder app) =>
        app.MapGet("/partners/stock.csv", StockFile.Write).RequireAuthorization(Policies.PartnerMember);
}
