namespace CustomerCentre.Features.Support.Calls;

/// <summary>Calls: proving the caller, helping a person to sign in, seeing as the customer.</summary>
public static class CallsSetup
{
    public static IServiceCollection AddCalls(this IServiceCollection services) =>
        services.AddScoped<LookUpBook>().AddScoped<StaffReports>().AddSingleton<SeeAsCookie>();
}
