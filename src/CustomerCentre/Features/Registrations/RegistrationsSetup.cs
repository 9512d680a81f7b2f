using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Features.Registrations;

public static class RegistrationsSetup
{
    /// <summary>Adds what registrations need. <c>Support:LateFromMonth</c> says from which month a purchase also covers the next year.</summary>
    public static IServiceCollection AddRegistrations(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(new SupportRule(configuration.GetValue("Support:LateFromMonth", SupportRule.Default.LateFromMonth)))
        .AddScoped<LicenceJudge>().AddScoped<OpeningGuard>().AddScoped<CustomerOpening>();
}
