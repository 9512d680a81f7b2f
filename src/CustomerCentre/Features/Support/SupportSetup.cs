using CustomerCentre.Features.Support.Calls;
using CustomerCentre.Features.Support.Reports;
using CustomerCentre.Requests;

namespace CustomerCentre.Features.Support;

/// <summary>Staff: opening customers, proving callers, seeing as the customer; leads: the report as a file.</summary>
public static class SupportSetup
{
    public static IServiceCollection AddSupport(this IServiceCollection services) =>
        services.AddScoped<LookUpBook>().AddScoped<StaffReports>().AddSingleton<SeeAsCookie>();

    public static void MapSupport(this IEndpointRouteBuilder app) =>
        app.MapGet("/support/reports.csv", ReportFile.Write).RequireAuthorization(Policies.SupportLead);
}
