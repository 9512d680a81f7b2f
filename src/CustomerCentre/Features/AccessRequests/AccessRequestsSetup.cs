using CustomerCentre.Data;

namespace CustomerCentre.Features.AccessRequests;

public static class AccessRequestsSetup
{
    public static IServiceCollection AddAccessRequests(this IServiceCollection services) =>
        services.AddScoped<PairFinder>().AddScoped<ProofFinder>().AddScoped<LicenceKeeper>().AddScoped<AccessGrant>().AddScoped<IComesAlong, ContactsComeAlong>();
}
