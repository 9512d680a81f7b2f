using CustomerCentre.Data;
using CustomerCentre.Features.AccessRequests;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Data.Retention;
using CustomerCentre.Mail;
using CustomerCentre.Registers;
using CustomerCentre.Requests;

namespace CustomerCentre;

/// <summary>Everything the portal is made of, so that tests build exactly what Program builds.</summary>
public static class PortalSetup
{
    public static IServiceCollection AddPortal(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddData(configuration, environment);
        services.AddMail();
        services.AddRetention();
        services.AddRegisters(configuration);
        services.AddAccounts();
        services.AddRequests();
        services.AddRegistrations(configuration);
        services.AddAccessRequests();
        return services;
    }
}
