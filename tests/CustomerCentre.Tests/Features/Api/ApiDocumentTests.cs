using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Api;

public sealed class ApiDocumentTests
{
    [Fact]
    public async Task It_describes_every_endpoint_of_the_api_and_nothing_else()
    {
        await using var world = await ApiWorld.Begin();
        var document = await Read(world);
        document.GetProperty("openapi").GetString().ShouldStartWith("3.1");

        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"));
        var served = world.Portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}"));
        described.ShouldBe(served, ignoreOrder: true);
        described.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Each_operation_has_words_an_example_a_scope_and_its_problems()
    {
        await using var world = await ApiWorld.Begin();
        var document = await Read(world);
        var scopes = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("oauth2").GetProperty("flows").GetProperty("clientCredentials").GetProperty("scopes");

        foreach (var operation in document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(method => method.Value))
        {
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
            operation.GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
            var scope = operation.GetProperty("security")[0].GetProperty("oauth2")[0].GetString()!;
            scopes.TryGetProperty(scope, out _).ShouldBeTrue();
            operation.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").TryGetProperty("example", out _).ShouldBeTrue();
            foreach (var status in (string[])["400", "401", "403", "429", "500"])
            {
                operation.GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty("application/problem+json")
                    .GetProperty("schema").GetProperty("$ref").GetString().ShouldBe("#/components/schemas/ApiProblem");
            }
        }
    }

    [Fact]
    public async Task Every_reference_leads_somewhere_and_every_field_is_described()
    {
        await using var world = await ApiWorld.Begin();
        var document = await Read(world);
        var schemas = document.GetProperty("components").GetProperty("schemas");

        var references = References(document).Distinct().ToList();
        references.ShouldNotBeEmpty();
        references.Where(reference => !schemas.TryGetProperty(reference[(reference.LastIndexOf('/') + 1)..], out _)).ShouldBeEmpty();
        foreach (var schema in schemas.EnumerateObject().Where(schema => schema.Value.TryGetProperty("properties", out _)))
        {
            schema.Value.GetProperty("properties").EnumerateObject()
                .Where(field => !field.Value.TryGetProperty("description", out _)).Select(field => $"{schema.Name}.{field.Name}").ShouldBeEmpty();
        }
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member is { Name: "$ref", Value.ValueKind: JsonValueKind.String }
            ? [member.Value.GetString()!]
            : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static async Task<JsonElement> Read(ApiWorld world) => JsonDocument.Parse(await world.Http.GetStringAsync("/openapi/v1.json")).RootElement;
}
