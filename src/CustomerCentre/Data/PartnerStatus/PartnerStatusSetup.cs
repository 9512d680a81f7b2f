namespace CustomerCentre.Data.PartnerStatus;

public static class PartnerStatusSetup
{
    public static IServiceCollection AddPartnerStatus(this IServiceCollection services) => services
        .AddSingleton<RawDatabase>().AddSingleton<StatusReaders>().AddSingleton<CheckLog>().AddSingleton<WrongPairs>().AddSingleton<GrantReader>()
        .AddSingleton(provider => new StatusDesk(
            provider.GetRequiredService<StatusReaders>(), provider.GetRequiredService<CheckLog>(), provider.GetRequiredService<WrongPairs>(),
            provider.GetRequiredService<GrantReader>(), provider.GetRequiredService<TimeProvider>()));
}
