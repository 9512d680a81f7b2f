using System.Text.Json.Nodes;
using CustomerCentre.Domain.Partners;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CustomerCentre.Features.Api;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    private const string Scheme = "oauth2";
    private static readonly string[] Metered = ["200", "400", "403", "413", "429"];

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(ApiSetup.Root[1..] + "/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) => Introduce(document));
        options.AddOperationTransformer((operation, context, _) => Complete(operation, context));
        options.AddSchemaTransformer((schema, context, _) => SchemaOnTheWire.Describe(schema, context));
    });

    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

    private static Task Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Customer centre for partners",
            Version = "1",
            Description = "Check whether a customer is registered and entitled to support, and read the licences delivered to you.",
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Tags?.Clear();
        SchemaOnTheWire.DropNulls(document);
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "Client credentials: your client id with a secret from the page API of your partner account. A token lives ten minutes.",
                Flows = new OpenApiOAuthFlows
                {
                    ClientCredentials = new OpenApiOAuthFlow
                    {
                        TokenUrl = new Uri("/connect/token", UriKind.Relative),
                        Scopes = new Dictionary<string, string> { [ApiClient.StatusScope] = "Check customers.", [ApiClient.StockScope] = "Read your stock." },
                    },
                },
            },
        };
        return Task.CompletedTask;
    }

    private static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Tags?.Clear();
        if (metadata.OfType<ApiScope>().SingleOrDefault() is { } scope)
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [scope.Name] }];
        if (metadata.OfType<ApiExample>().SingleOrDefault() is { } example)
            Show(operation, example);
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (Metered.Contains(status) && response is OpenApiResponse shown)
                shown.Headers = Headers(status == "429");
        }

        return Task.CompletedTask;
    }

    private static void Show(OpenApiOperation operation, ApiExample example)
    {
        if (example.Request is { } request && operation.RequestBody?.Content is { } body)
            body["application/json"].Example = JsonNode.Parse(request);
        if (operation.Responses?["200"].Content is { } answer)
            answer["application/json"].Example = JsonNode.Parse(example.Response);
    }

    private static Dictionary<string, IOpenApiHeader> Headers(bool isLimited)
    {
        var headers = new Dictionary<string, IOpenApiHeader>
        {
            ["RateLimit-Policy"] = Header("Requests allowed (q) in a window of seconds (w)."),
            ["RateLimit"] = Header("Requests left (r) and seconds until counting begins anew (t)."),
        };
        if (isLimited)
            headers["Retry-After"] = Header("Seconds to wait.");
        return headers;
    }

    private static OpenApiHeader Header(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
