namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>Passwords of the old services.</summary>
public static class OldPasswordsSetup
{
    public static IServiceCollection AddOldPasswords(this IServiceCollection services)
    {
        services.AddOptions<WrappingOptions>().BindConfiguration("OldPasswords:Wrapping").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Wrapping>().AddSingleton<WrappingProgress>().AddSingleton<OldPasswordCounts>().AddHostedService<WrappingJob>();
        return services.AddSingleton<IOldDigests, OldDigests>().AddSingleton<OldPasswordKey>().AddSingleton<OldHashes>().AddSingleton<NobodysOldPasswords>()
            .AddSingleton<OldServiceNames>().AddScoped<PasswordTrial>().AddScoped<OldAccounts>().AddScoped<OldPasswordLetters>().AddScoped<EmailProof>();
    }
}
