using CustomerCentre.Data;
using CustomerCentre.Data.Retention;
using CustomerCentre.Features.AccessRequests;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Api;
using CustomerCentre.Features.Cookies;
using CustomerCentre.Features.Partners.People;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Features.SingleSignOn;
using CustomerCentre.Features.Support;
using CustomerCentre.Importing;
using CustomerCentre.Mail;
using CustomerCentre.Registers;
using CustomerCentre.Requests;
using CustomerCentre.Shell;

namespace CustomerCentre;

/// <summary>Everything the portal is made of, so that tests build exactly what Program builds.</summary>
public static class PortalSetup
{
    public static IServiceCollection AddPortal(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddOptions<OperatorOptions>().BindConfiguration("Operator").ValidateOnStart()
            .Validate(options => OldService.AreUsable(options.OldServices), "Operator:OldServices must have unique keys, names and parameters that can be read.")
            .Validate(options => options.Entities.ContainsKey(options.HomeCountry), "Operator:Entities must hold the home country.")
            .Validate<IHostEnvironment>(
                (options, host) => options.Services.All(service => service.Value.Problem(host.IsDevelopment() || host.IsEnvironment("Testing")) is null),
                "Operator:Services: every service needs a name, full https addresses, a secret of 32 characters or more, and a logo of our own or none.");
        services.AddData(configuration, environment);
        services.AddMail();
        services.AddImporting();
        services.AddRetention();
        services.AddRegisters(configuration);
        services.AddAccounts();
        services.AddCookieConsent();
        services.AddRequests();
        services.AddRegistrations(configuration);
        services.AddAccessRequests();
        services.AddSupport();
        services.AddSingleSignOn(configuration, environment);
        services.AddApi();
        services.AddPartnerPeople();
        return services;
    }
}
