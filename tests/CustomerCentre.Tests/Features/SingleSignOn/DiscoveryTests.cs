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
        List(document, "id_token_signing_alg_values_supported").ShouldBe(["RS256"]);
        List(document, "ui_locales_supported").ShouldBe(["cs", "en", "sk"]);
        document.GetProperty("backchannel_logout_supported").GetBoolean().ShouldBeTrue();
        document.GetProperty("backchannel_logout_session_supported").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Discovery_says_all_that_the_protocol_wants_said()
    {
        await using var world = new ServicePortal();
        using var http = world.Portal.CreateHttp();
        var response = await http.GetAsync("/.well-known/openid-configuration");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var document = await response.Content.ReadFromJsonAsync<JsonElement>();

        document.EnumerateObject().Where(entry => entry.Name.EndsWith("_endpoint", StringComparison.Ordinal) || entry.Name is "issuer" or "jwks_uri").Select(entry => entry.Value.GetString())
            .ShouldAllBe(address => address!.StartsWith("https://", StringComparison.Ordinal));
        foreach (var name in (string[])["token_endpoint", "userinfo_endpoint", "introspection_endpoint", "revocation_endpoint", "jwks_uri"])
            Text(document, name).ShouldNotBeNullOrEmpty(name);
        List(document, "subject_types_supported").ShouldBe(["public"]);
        List(document, "grant_types_supported").ShouldBe(["client_credentials", "authorization_code", "refresh_token"], ignoreOrder: true);
        List(document, "claims_supported").ShouldBe(
            ["sub", "iss", "aud", "exp", "iat", "sid", "auth_time", "acr", "amr", "name", "locale", "email", "email_verified", "customers"], ignoreOrder: true);
        List(document, "acr_values_supported").ShouldBe(["1", "2"]);
        List(document, "token_endpoint_auth_methods_supported").ShouldBe(["client_secret_basic", "client_secret_post"], ignoreOrder: true);
        foreach (var name in (string[])["claims_parameter_supported", "request_parameter_supported", "request_uri_parameter_supported"])
            document.GetProperty(name).GetBoolean().ShouldBeFalse(name);
    }

    [Fact]
    public async Task An_id_token_is_signed_by_a_published_key_and_never_unsigned()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        using var http = world.Portal.CreateHttp();
        var id = await world.Shop.Validate((await world.Shop.SignIn(browser)).Id!);

        var keys = (await http.GetFromJsonAsync<JsonElement>("/.well-known/jwks")).GetProperty("keys").EnumerateArray();
        keys.ShouldContain(key => Text(key, "kid") == id.Kid);
        var document = await http.GetFromJsonAsync<JsonElement>("/.well-known/openid-configuration");
        List(document, "id_token_signing_alg_values_supported").ShouldBe([id.Alg]);
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
