using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts;
using Microsoft.AspNetCore.WebUtilities;

namespace CustomerCentre.Benchmarks.Tokens;

/// <summary>A person who is signed in to the portal and comes to a service: the only way to a first refresh token.</summary>
internal sealed partial class Visitor(Provider portal)
{
    public const string Service = "eshop";
    public const string Redirect = "https://eshop.example.cz/signin-oidc";
    private const string Email = "osoba@example.cz";
    private const string Password = "modrý kolotoč v aleji";
    private static readonly string Verifier = new('v', 64);
    private readonly Dictionary<string, string> cookies = [];

    public static void AddTo(CustomerCentreDb db, Passwords passwords)
    {
        var account = NewAccount.For(EmailAddress.Parse(Email), TimeProvider.System.GetUtcNow());
        account.PasswordHash = passwords.Hash(Password);
        db.Add(account);
    }

    public async Task SignIn()
    {
        using var page = await Send(new HttpRequestMessage(HttpMethod.Get, "/account/sign-in"));
        var form = HiddenFields().Matches(await page.Content.ReadAsStringAsync()).Select(field => field.Value)
            .Select(field => (Name: Name().Match(field).Groups[1].Value, Value: WebUtility.HtmlDecode(Value().Match(field).Groups[1].Value)))
            .DistinctBy(field => field.Name).ToDictionary(field => field.Name, field => field.Value);
        (form["_handler"], form["Input.Email"], form["Input.Password"]) = ("sign-in", Email, Password);
        using var answer = await Send(new HttpRequestMessage(HttpMethod.Post, "/account/sign-in") { Content = new FormUrlEncodedContent(form) });
        if (answer.StatusCode != HttpStatusCode.Redirect && answer.Headers.Location is null)
            throw new InvalidOperationException("The sign-in was refused: " + await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Comes back to the service with a code.</summary>
    public async Task<Dictionary<string, string>> Code()
    {
        var asked = new Dictionary<string, string?>
        {
            ["client_id"] = Service,
            ["response_type"] = "code",
            ["redirect_uri"] = Redirect,
            ["scope"] = "openid offline_access",
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        using var answer = await Send(new HttpRequestMessage(HttpMethod.Get, QueryHelpers.AddQueryString("/connect/authorize", asked)));
        var code = QueryHelpers.ParseQuery(answer.Headers.Location?.Query)["code"].ToString();
        return new() { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = Redirect, ["code_verifier"] = Verifier };
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await portal.Send(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            cookies[cookie[..cookie.IndexOf('=')]] = cookie[(cookie.IndexOf('=') + 1)..].Split(';')[0];
        return answer;
    }

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenFields();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();
}
