using FluentValidation;
using MediatR;

namespace CustomerCentre.Requests;

/// <summary>Registers the seam between pages and handlers.</summary>
public static class RequestsSetup
{
    /// <summary>Finds every handler and validator of this assembly and puts the policy and validation before them, in that order.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddSingleton<RateMeter>();
        services.AddScoped<CurrentUser>().AddScoped<Sender>().AddScoped<SessionCheck>();
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(PolicyBehaviour<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddValidatorsFromAssembly(typeof(RequestsSetup).Assembly, ServiceLifetime.Singleton);

        var handlers = typeof(RequestsSetup).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false })
            .SelectMany(type => type.GetInterfaces(), (type, contract) => (type, contract))
            .Where(pair => pair.contract.IsGenericType && pair.contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>));
        foreach (var (type, contract) in handlers)
            services.AddTransient(contract, type);
        return services;
    }
}
