using CustomerCentre.Features.Support.Calls;

namespace CustomerCentre.Features.Support;

/// <summary>Staff: opening customers, proving callers, seeing as the customer.</summary>
public static class SupportSetup
{
    public static IServiceCollection AddSupport(this IServiceCollection services) =>
        services.AddScoped<LookUpBook>().AddScoped<StaffReports>().AddSingleton<SeeAsCookie>();
}
