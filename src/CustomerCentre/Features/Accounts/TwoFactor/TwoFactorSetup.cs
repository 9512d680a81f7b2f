namespace CustomerCentre.Features.Accounts.TwoFactor;

public static class TwoFactorSetup
{
    public static IServiceCollection AddTwoFactor(this IServiceCollection services) => services
        .AddSingleton<AuthenticatorKeys>()
        .AddScoped<SecondFactors>().AddScoped<TrustedBrowserBook>().AddScoped<FactorLimits>().AddScoped<FactorChange>().AddScoped<SecondProof>().AddScoped<FactorMail>().AddScoped<OwnFactor>();
}
