using CustomerCentre.Domain.Partners;

namespace CustomerCentre.Features.Api;

/// <summary>The API of partners.</summary>
public static class ApiSetup
{
    public const string Root = "/api/v1";

    /// <summary>Longest body of a request in bytes: five hundred pairs with room to spare.</summary>
    public const int LongestBody = 128 * 1024;

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOptions<ApiOptions>().BindConfiguration("Api");
        services.AddSingleton<CallerBook>().AddScoped<StockReader>().AddScoped<Secrets.SecretEnd>().AddScoped<Secrets.SecretNews>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
        services.AddApiDocument();
        return services;
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Root);
        api.MapPost("/customers/status", CustomersStatus.Answer).WithMetadata(new ApiScope(ApiClient.StatusScope)).DescribeStatus();
        api.MapGet("/stock", Stock.Answer).WithMetadata(new ApiScope(ApiClient.StockScope)).DescribeStock();
        app.MapApiDocument();
    }
}

/// <summary>The scope that a token needs for an endpoint.</summary>
public sealed record ApiScope(string Name);

/// <summary>Section <c>Api</c>.</summary>
public sealed class ApiOptions
{
    /// <summary>Requests of one partner a minute.</summary>
    public int RequestsPerMinute { get; set; } = 600;
}
