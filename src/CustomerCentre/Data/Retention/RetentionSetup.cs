namespace CustomerCentre.Data.Retention;

/// <summary>Registers the nightly tidying.</summary>
public static class RetentionSetup
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration("Retention").ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<LastNotices>().AddScoped<Tidying>();
        return services.AddHostedService<NightlyJob>();
    }
}
