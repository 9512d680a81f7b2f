using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CustomerCentre.Features.Api;

/// <summary>The description of the API for people, read from the OpenAPI document itself.</summary>
public static class ReadApi
{
    [Allow(Policies.Anyone)]
    public sealed record Query : IRequest<Result<Answer>>;

    public sealed record Answer(
        string Description, string TokenAddress, IReadOnlyList<(string Name, string Description)> Scopes, IReadOnlyList<Operation> Operations, IReadOnlyList<Shape> Shapes,
        IReadOnlyList<(string Id, int Status, string Title, string Detail)> Problems);

    public sealed record Operation(
        string Id, string Method, string Path, string Summary, string Description, string? Scope, IReadOnlyList<Member> Parameters, string? RequestShape, string? Request,
        string? ResponseShape, string? Response, IReadOnlyList<string> Statuses);

    public sealed record Shape(string Name, string Description, IReadOnlyList<Member> Members, IReadOnlyList<string> Values);

    /// <param name="ShapeName">The shape it has or holds a list of.</param>
    public sealed record Member(string Name, string Type, string? ShapeName, bool IsRequired, string Description);

    public sealed class Handler([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider documents) : IRequestHandler<Query, Result<Answer>>
    {
        // Razor encodes what it shows.
        private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var document = await documents.GetOpenApiDocumentAsync(cancellationToken);
            var flow = document.Components!.SecuritySchemes!.Values.Single().Flows!.ClientCredentials!;
            return new Answer(
                document.Info.Description!, flow.TokenUrl!.ToString(), [.. flow.Scopes!.Select(scope => (scope.Key, scope.Value))],
                [.. from path in document.Paths from method in path.Value.Operations! select OperationOf(path.Key, method.Key.Method, method.Value)],
                [.. document.Components.Schemas!.Select(schema => ShapeOf(schema.Key, schema.Value))],
                [.. Api.Problems.All.Select(problem => (problem.Type.Split('#')[1], problem.Status, problem.Title, problem.Detail))]);
        }

        private static Operation OperationOf(string path, string method, OpenApiOperation operation)
        {
            var (body, answer) = (operation.RequestBody?.Content?.Values.First(), operation.Responses!["200"].Content!.Values.First());
            return new Operation(
                operation.OperationId!, method, path, operation.Summary!, operation.Description!, operation.Security?.SelectMany(requirement => requirement.Values).SelectMany(scopes => scopes).FirstOrDefault(),
                [.. operation.Parameters?.Select(p => new Member(p.Name!, TypeOf(p.Schema!), null, p.Required, p.Description ?? "")) ?? []],
                NameOf(body?.Schema), Text(body?.Example), NameOf(answer.Schema), Text(answer.Example), [.. operation.Responses.Keys.Order(StringComparer.Ordinal)]);
        }

        private static Shape ShapeOf(string name, IOpenApiSchema schema) => new(
            name, schema.Description ?? "",
            [.. schema.Properties?.Select(p => new Member(p.Key, TypeOf(p.Value), NameOf(p.Value) ?? NameOf(p.Value.Items), schema.Required?.Contains(p.Key) == true, p.Value.Description ?? "")) ?? []],
            [.. schema.Enum?.Select(value => value.ToString()) ?? []]);

        private static string TypeOf(IOpenApiSchema schema) =>
            NameOf(schema) ?? (schema.Items is { } items ? $"{TypeOf(items)}[]" : schema.Format ?? schema.Type?.ToString().ToLowerInvariant() ?? "");

        private static string? NameOf(IOpenApiSchema? schema) => (schema as OpenApiSchemaReference)?.Reference.Id;

        private static string? Text(JsonNode? example) => example?.ToJsonString(Readable);
    }
}
