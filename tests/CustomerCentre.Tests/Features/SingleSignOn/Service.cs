using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CustomerCentre.Tests.Features.SingleSignOn;

/// <summary>A service of the operator that signs people in at the portal: asks, exchanges, checks.</summary>
internal sealed class Service(Portal portal, string id)
{
    public const string Nonce = "a-nonce";
    public const string State = "a-state";
    public static readonly string Verifier = new('v', 64);

    public string Id => id;
    public string Redirect => $"https://{id}.example/signin-oidc";
    public string PostLogout => $"https://{id}.example/signed-out";

    private HttpClient Http => field ??= portal.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>The address people are sent to; a null takes a parameter out.</summary>
    public string Request(params (string Name, string? Value)[] other) => "/connect/authorize" + QueryString.Create(With(other, new()
    {
        ["client_id"] = id,
        ["response_type"] = "code",
        ["redirect_uri"] = Redirect,
        ["scope"] = "openid profile email customer offline_access",
        ["state"] = State,
        ["nonce"] = Nonce,
        ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        ["code_challenge_method"] = "S256",
    }));

    /// <summary>Sends a signed-in person over and takes the code they come back with.</summary>
    public async Task<string> Code(Browser browser, params (string Name, string? Value)[] other) => CodeIn(await browser.Get(Request(other)));

    /// <summary>What a person comes back with.</summary>
    public Dictionary<string, string> Back(WebPage page)
    {
        page.Leads.ShouldNotBeNull(page.Html);
        page.Leads.ShouldStartWith(Redirect + "?");
        return QueryHelpers.ParseQuery(page.Leads[Redirect.Length..]).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
    }

    public string CodeIn(WebPage page) => Back(page).GetValueOrDefault("code") ?? throw new InvalidOperationException(page.Leads);

    public Task<HttpResponseMessage> Exchange(string code, params (string Name, string? Value)[] other) => Ask("/connect/token", With(other, new()
    {
        ["grant_type"] = "authorization_code",
        ["code"] = code,
        ["redirect_uri"] = Redirect,
        ["code_verifier"] = Verifier,
    }));

    public Task<HttpResponseMessage> Refresh(string token, params (string Name, string? Value)[] other) =>
        Ask("/connect/token", With(other, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = token }));

    public Task<HttpResponseMessage> Revoke(string token) => Ask("/connect/revoke", new() { ["token"] = token });

    public async Task<JsonElement> Introspect(string token) => await Read(await Ask("/connect/introspect", new() { ["token"] = token }));

    /// <summary>The whole way: a signed-in person comes and the service gets tokens.</summary>
    public async Task<Tokens> SignIn(Browser browser, params (string Name, string? Value)[] other) => await TokensIn(await Exchange(await Code(browser, other)));

    public static async Task<Tokens> TokensIn(HttpResponseMessage response)
    {
        var json = await Read(response);
        response.IsSuccessStatusCode.ShouldBeTrue(json.ToString());
        return new(Text(json, "id_token"), Text(json, "access_token")!, Text(json, "refresh_token"));
    }

    /// <summary>Exchanges a code with the secret in the header.</summary>
    public async Task<HttpResponseMessage> ExchangeByHeader(string code, string secret = ServicePortal.Secret)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = Redirect, ["code_verifier"] = Verifier };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{Uri.EscapeDataString(secret)}")));
        return await Http.SendAsync(request);
    }

    public async Task<HttpResponseMessage> UserInfo(string token, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, "/connect/userinfo");
        request.Headers.Authorization = new("Bearer", token);
        return await Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> UserInfoByBody(string? token) =>
        Http.PostAsync("/connect/userinfo", new FormUrlEncodedContent(token is null ? [] : [new("access_token", token)]));

    /// <summary>Checks a token against the published keys as a service must; throws when it is not good.</summary>
    public async Task<JsonWebToken> Validate(string token, string? type = null)
    {
        var keys = new JsonWebKeySet(await Http.GetStringAsync("/.well-known/jwks"));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = "https://localhost/",
            ValidAudience = id,
            IssuerSigningKeys = keys.GetSigningKeys(),
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidTypes = type is null ? null : [type],
            LifetimeValidator = (_, expires, _, _) => expires > portal.Time.GetUtcNow().UtcDateTime,
        });
        result.Exception.ShouldBeNull();
        return (JsonWebToken)result.SecurityToken;
    }

    public static async Task<JsonElement> Read(HttpResponseMessage response) =>
        response.Content.Headers.ContentLength == 0 ? default : await response.Content.ReadFromJsonAsync<JsonElement>();

    public static async Task<string?> ErrorOf(HttpResponseMessage response)
    {
        response.IsSuccessStatusCode.ShouldBeFalse();
        return Text(await Read(response), "error");
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private Task<HttpResponseMessage> Ask(string path, Dictionary<string, string?> form)
    {
        form.TryAdd("client_id", id);
        form.TryAdd("client_secret", ServicePortal.Secret);
        return Http.PostAsync(path, new FormUrlEncodedContent(form.Where(pair => pair.Value is not null)!));
    }

    private static Dictionary<string, string?> With((string Name, string? Value)[] other, Dictionary<string, string?> usual)
    {
        foreach (var (name, value) in other)
            usual[name] = value;
        return usual.Where(pair => pair.Value is not null || pair.Key is "client_id" or "client_secret").ToDictionary();
    }
}

/// <summary>What a service was given.</summary>
internal sealed record Tokens(string? Id, string Access, string? Refresh);
