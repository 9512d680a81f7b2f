using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Registers;

/// <summary>Wires the outside registers.</summary>
public static class RegistersSetup
{
    /// <summary>Adds <see cref="CompanyRegister"/>, set up by the section <c>Registers</c>. Wrong settings stop the start.</summary>
    public static IServiceCollection AddRegisters(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RegistersOptions>()
            .Bind(configuration.GetSection("Registers"))
            .Validate(o => o.RememberFor > TimeSpan.Zero, "Registers:RememberFor must be positive.")
            .Validate(
                o => o.Ares.IsUsable && o.Vies.IsUsable && o.Rpo.IsUsable,
                "Each of Registers:Ares, Vies and Rpo needs an absolute Address and a positive TimeOut, AtOnce and PerMinute.")
            .ValidateOnStart();

        services.AddHybridCache();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SampleRegister>();
        services.AddSingleton<RegisterDesk>();
        services.AddTransient<CompanyRegister>();
        services.AddTransient<DetailsCheck>();
        AddRegister<AresRegister>(services, o => o.Ares);
        AddRegister<ViesRegister>(services, o => o.Vies);
        AddRegister<RpoRegister>(services, o => o.Rpo);
        return services;
    }

    private static void AddRegister<TRegister>(IServiceCollection services, Func<RegistersOptions, RegisterEndpoint> endpoint)
        where TRegister : class
    {
        RegisterEndpoint Endpoint(IServiceProvider provider) =>
            endpoint(provider.GetRequiredService<IOptions<RegistersOptions>>().Value);

        var http = services.AddHttpClient<TRegister>((provider, http) =>
        {
            http.BaseAddress = new($"{Endpoint(provider).Address!.ToString().TrimEnd('/')}/");
            http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
            // The pipeline keeps the time; a second clock would only blur which of the two rang.
            http.Timeout = Timeout.InfiniteTimeSpan;
        });
        // The standard log lines hold the address, and so the number of a person in trade.
        http.RemoveAllLoggers();
        http.AddResilienceHandler("register", (pipeline, context) =>
            RegisterPipeline.Build(pipeline, context, Endpoint(context.ServiceProvider)));
        http.AddHttpMessageHandler(() => new WholeAnswerHandler());
    }
}
