using System.Text.Json;
using AngleSharp.Dom;

namespace CustomerCentre.Tests.Features.Api;

/// <summary>The readable page holds what the OpenAPI document holds, part by part: operations, members, shapes.</summary>
public sealed class ApiPageTests
{
    [Fact]
    public async Task Every_operation_shows_its_address_its_scope_its_answers_and_examples_that_are_json()
    {
        await using var world = await ApiWorld.Begin();
        var (page, document) = await Read(world);
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => (path.Name, Method: method.Name, method.Value))).ToList();
        operations.ShouldNotBeEmpty();
        foreach (var (path, method, operation) in operations)
        {
            var section = page.GetElementById(operation.GetProperty("operationId").GetString()!)!.ParentElement!;
            section.TextContent.ShouldContain($"{method.ToUpperInvariant()} {path}");
            section.TextContent.ShouldContain(operation.GetProperty("security")[0].GetProperty("oauth2")[0].GetString()!);
            foreach (var status in operation.GetProperty("responses").EnumerateObject())
                section.LastElementChild!.TextContent.ShouldContain(status.Name);
            section.QuerySelectorAll("pre").ShouldAllBe(example => IsJson(example.TextContent));
        }
    }

    [Fact]
    public async Task Every_shape_lists_its_members_and_says_which_may_be_missing()
    {
        await using var world = await ApiWorld.Begin();
        var (page, document) = await Read(world);
        foreach (var shape in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            var part = page.GetElementById(shape.Name)!.ParentElement!;
            if (!shape.Value.TryGetProperty("properties", out var properties))
            {
                part.QuerySelectorAll("p code").Select(value => value.TextContent).ShouldBe(shape.Value.GetProperty("enum").EnumerateArray().Select(value => value.GetString()));
                continue;
            }

            var required = shape.Value.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!).ToList() : [];
            part.QuerySelectorAll("dt").Select(name => name.TextContent).ShouldBe(properties.EnumerateObject().Select(member => member.Name));
            part.QuerySelectorAll("dl > div").Where(row => row.QuerySelector(".soft") is null).Select(row => row.QuerySelector("dt")!.TextContent).ShouldBe(required, ignoreOrder: true);
        }
    }

    [Fact]
    public async Task Every_link_within_the_page_leads_to_a_part_of_it()
    {
        await using var world = await ApiWorld.Begin();
        var (page, _) = await Read(world);
        var links = page.QuerySelectorAll("main a[href^='/api#']").Select(link => link.GetAttribute("href")!["/api#".Length..]).ToList();
        links.ShouldNotBeEmpty();
        links.Where(id => page.GetElementById(id) is null).ShouldBeEmpty();
    }

    private static async Task<(IDocument Page, JsonElement Document)> Read(ApiWorld world)
    {
        using var visitor = world.Portal.Browser();
        var page = (await visitor.Get("/api")).Document;
        return (page, JsonDocument.Parse((await visitor.Get("/openapi/v1.json")).Html).RootElement);
    }

    private static bool IsJson(string text)
    {
        using var parsed = JsonDocument.Parse(text);
        return parsed.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
    }
}
