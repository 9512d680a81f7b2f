using CustomerCentre.Data;
using CustomerCentre.Features.Accounts.Cases;
using CustomerCentre.Features.Accounts.Joining;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Features.Accounts.Passkeys;
using CustomerCentre.Features.Accounts.Profile;
using CustomerCentre.Features.Accounts.Sessions;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts;

/// <summary>Accounts: signing up, in and out, and who is asking.</summary>
public static class AccountsSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<AccountsOptions>().BindConfiguration("Accounts");
        services.AddOptions<ProxyOptions>().BindConfiguration("Portal");
        services.AddOptions<PasswordHasherOptions>()
            .Configure<IOptions<AccountsOptions>>((hasher, accounts) => hasher.IterationCount = accounts.Value.PasswordIterations);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<Passwords>().AddSingleton<PasswordPolicy>().AddSingleton<SignUpCookie>().AddSingleton<PendingSignInCookie>();
        services.AddScoped<Tries>().AddScoped<LinkDesk>().AddScoped<SessionBook>().AddScoped<AccountLocks>().AddScoped<SignInGate>().AddScoped<PasswordProof>().AddScoped<FreshProof>().AddScoped<SecurityLetters>().AddScoped<AccountLetters>();
        services.AddScoped<KnownDevices>().AddScoped<AccountJoiner>().AddScoped<ServiceSubjects>().AddScoped<JoinLetters>().AddScoped<JoinDesk>().AddScoped<EmailMove>().AddScoped<CaseLetters>();
        services.AddSingleton<OpenPages>().AddHostedService<EndedSessions>();
        services.AddTwoFactor().AddPasskeys().AddOldPasswords();

        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme, SessionCookie.Configure);
        services.AddAuthorization(options =>
        {
            options.AddPolicy(Policies.Anyone, policy => policy.RequireAssertion(_ => true));
            options.AddPolicy(Policies.SignedIn, policy => policy.RequireAuthenticatedUser());
            options.AddPolicy(Policies.InPerson, policy => policy.RequireAuthenticatedUser());
            foreach (var group in SessionCookie.Groups)
                options.AddPolicy(group, policy => policy.RequireRole(group));
        });
        return services;
    }

    /// <summary>Finds out who is asking and from where; goes before authorisation.</summary>
    public static void UseAccounts(this WebApplication app)
    {
        app.UseNetworkAddress();
        app.UseAuthentication();
    }

    public static void MapAccounts(this WebApplication app)
    {
        app.MapPost("/account/sign-out", Leave).WithMetadata(new RequireAntiforgeryTokenAttribute()).RequireAuthorization();
        app.MapPost("/account/my-data", MyDataFile.Write).WithMetadata(new RequireAntiforgeryTokenAttribute()).RequireAuthorization();
    }

    private static async Task<IResult> Leave(HttpContext http, Sender sender, CancellationToken cancellationToken)
    {
        // The button of a page from before the sign-in; the profile has a fresh one.
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
            return Results.LocalRedirect("/account/profile");

        await sender.Send(new SignOut.Command(), cancellationToken);
        await http.SignOutAsync(SessionCookie.Scheme);
        return Results.LocalRedirect("/");
    }
}
