using CustomerCentre;
using CustomerCentre.Data;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Api;
using CustomerCentre.Features.Development;
using CustomerCentre.Features.Licences.Confirmation;
using CustomerCentre.Features.Partners;
using CustomerCentre.Features.SingleSignOn;
using CustomerCentre.Features.SingleSignOn.Protocol;
using CustomerCentre.Features.Support;
using CustomerCentre.Features.Support.Calls;
using CustomerCentre.Shell;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Services.AddPortal(builder.Configuration, builder.Environment);
    builder.AddShell();

    var app = builder.Build();
    if (await CommandLine.Run(app.Services, args) is { } exitCode)
        return exitCode;

    await app.Prepare();
    app.UseKnownProxies();
    app.UseApi();
    app.UseShell();
    app.UseTokenLimit();
    app.UseProtocol();
    app.UseAccounts();
    app.UseAuthorization();
    app.UseSeeingAs();
    app.MapShell();
    app.MapAccounts();
    app.MapApi();
    app.MapSingleSignOn();
    app.MapConfirmation();
    app.MapSeeingAs();
    app.MapPartners();
    app.MapSupport();
    app.MapDevelopment();
    await app.RunAsync();
    return 0;
}
catch (StartRefusedException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 3;
}
