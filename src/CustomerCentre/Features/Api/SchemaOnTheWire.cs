using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CustomerCentre.Features.Api;

/// <summary>
/// Describes shapes as they stand on the wire: what is not there is left out and never null, a number is no text, and required is what is said to be, whatever the
/// types that read and write them have to reckon with.
/// </summary>
internal static class SchemaOnTheWire
{
    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (schema.Type?.HasFlag(JsonSchemaType.Integer) == true)
            (schema.Type, schema.Pattern) = (JsonSchemaType.Integer, null);
        if (schema.Properties is null)
            return Task.CompletedTask;
        schema.Required = context.JsonTypeInfo.Properties
            .Where(property => property.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) == true).Select(property => property.Name).ToHashSet();
        return Task.CompletedTask;
    }

    public static void DropNulls(OpenApiDocument document)
    {
        foreach (var schema in document.Components?.Schemas?.Values.OfType<OpenApiSchema>() ?? [])
        {
            if (schema.Enum is { Count: > 0 })
                (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. schema.Enum.Where(value => value is not null)]);
            foreach (var (name, property) in schema.Properties?.ToList() ?? [])
                schema.Properties![name] = WithoutNull(property);
        }
    }

    private static IOpenApiSchema WithoutNull(IOpenApiSchema property)
    {
        if (property.OneOf is { Count: 2 } choices && choices.Any(choice => choice.Type == JsonSchemaType.Null))
            return choices.First(choice => choice.Type != JsonSchemaType.Null);
        if (property is OpenApiSchema { Type: { } type } plain)
            plain.Type = type & ~JsonSchemaType.Null;
        return property;
    }
}
