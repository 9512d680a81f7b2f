using System.Net.Http.Json;
using System.Text.Json;

namespace CustomerCentre.Tests.Features.SingleSignOn;

public sealed class DiscoveryTests
{
    [Fact]
    public async Task Discovery_tells_what_there_is()
    {
        await using var world = new ServicePortal();
        using var http = world.Portal.CreateHttp();
        var document = await http.GetFromJsonAsync<JsonElement>("/.well-known/openid-configuration");

        Text(document, "issuer").ShouldBe("https://localhost/");
        Text(document, "authorization_endpoint").ShouldBe("https://localhost/connect/authorize");
        Text(document, "end_session_endpoint").ShouldBe("https://localhost/connect/sign-out");
        List(document, "response_types_supported").ShouldBe(["code"]);
        List(document, "code_challenge_methods_supported").ShouldBe(["S256"]);
        List(document, "scopes_supported").ShouldContain("customer");
        List(document, "id_token_signing_alg_values_supported").ShouldContain("RS256");
        List(document, "ui_locales_supported").ShouldBe(["cs", "en", "sk"]);
        document.GetProperty("backchannel_logout_supported").GetBoolean().ShouldBeTrue();
        document.GetProperty("backchannel_logout_session_supported").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_published_keys_are_public()
    {
        await using var world = new ServicePortal();
        using var http = world.Portal.CreateHttp();
        var keys = (await http.GetFromJsonAsync<JsonElement>("/.well-known/jwks")).GetProperty("keys").EnumerateArray().ToList();

        keys.ShouldContain(key => Text(key, "kty") == "RSA" && Text(key, "alg") == "RS256" && Text(key, "use") == "sig");
        keys.ShouldAllBe(key => key.EnumerateObject().All(property => property.Name != "d"));
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static List<string?> List(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(value => value.GetString())];
}
