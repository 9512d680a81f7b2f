using CustomerCentre.Data;
using CustomerCentre.Data.Demo;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Features.SingleSignOn.Protocol;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Shell;

/// <summary>What happens between building the portal and its first page.</summary>
internal static class PortalStart
{
    /// <summary>Makes the database ready, and in Development fills an empty one with the demo worlds (unless <c>Demo:Load</c> is false).</summary>
    /// <exception cref="StartRefusedException">The portal must not start like this.</exception>
    public static async Task Prepare(this WebApplication app)
    {
        CheckSettings(app.Services);
        await using var scope = app.Services.CreateAsyncScope();
        await Prepare(scope.ServiceProvider, app.Environment, app.Configuration);
        await scope.ServiceProvider.GetRequiredService<JoinServices>().Run(CancellationToken.None);
        if (app.Environment.IsDevelopment())
            app.Lifetime.ApplicationStarted.Register(() => TellSignIns(app.Services, Console.Out).GetAwaiter().GetResult());
    }

    // The host checks them too, but ends with the whole stack of it.
    internal static void CheckSettings(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (Exception wrong) when (wrong is OptionsValidationException or AggregateException)
        {
            IEnumerable<Exception> all = wrong is AggregateException several ? several.InnerExceptions : [wrong];
            throw new StartRefusedException(string.Join(Environment.NewLine, all.Select(one => one.Message)), wrong);
        }
    }

    internal static async Task Prepare(IServiceProvider services, IHostEnvironment environment, IConfiguration configuration)
    {
        var db = services.GetRequiredService<CustomerCentreDb>();
        if (environment.IsProduction() && !KeyProtection.IsSet(configuration))
            throw new StartRefusedException(StartTexts.CertificateMissing);
        await DatabaseStart.MakeReady(db, CancellationToken.None);
        if (environment.IsProduction() && await db.Users.AnyAsync(account => account.IsDemo))
            throw new StartRefusedException(StartTexts.DemoInProduction);
        if (!services.GetRequiredService<OldPasswordKey>().IsSet && await db.OldPasswords.AnyAsync(old => old.State == OldHashState.Encrypted))
            throw new StartRefusedException(StartTexts.OldPasswordKeyMissing);
        if (environment.IsDevelopment() && configuration.GetValue("Demo:Load", true))
            await DemoWorlds.LoadIfEmpty(services, CancellationToken.None);
    }

    /// <summary>Says who can sign in and what to try. It goes to the console and into no log.</summary>
    internal static async Task TellSignIns(IServiceProvider services, TextWriter console)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomerCentreDb>();
        if (!await db.Users.AnyAsync(account => account.IsDemo))
            return;
        await console.WriteLineAsync($"{Environment.NewLine}{StartTexts.DemoHeading} {DemoAccounts.Password}");
        foreach (var person in SignIn.All)
            await console.WriteLineAsync($"  {person.Email,-26} {person.Shows()}");
        await console.WriteLineAsync(StartTexts.DemoNumbers);
        foreach (var number in await DemoWorlds.NumbersToTry(db, CancellationToken.None))
            await console.WriteLineAsync($"  {number}");
        await console.WriteLineAsync();
    }
}
