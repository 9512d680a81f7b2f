using System.Net;
using System.Text.Json;

namespace CustomerCentre.Tests.Features.SingleSignOn;

public sealed class UserInfoTests
{
    [Fact]
    public async Task The_token_comes_in_the_header()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await world.Shop.SignIn(browser);

        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
            Judge.UserInfo(world.Shop, tokens, await Service.Read(await world.Shop.UserInfo(tokens.Access, method)));
    }

    [Fact]
    public async Task The_token_comes_in_the_body()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await world.Shop.SignIn(browser);

        Judge.UserInfo(world.Shop, tokens, await Service.Read(await world.Shop.UserInfoByBody(tokens.Access)));
        (await world.Shop.UserInfoByBody("nonsense")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_refusal_says_by_which_scheme_to_ask()
    {
        await using var world = new ServicePortal();
        foreach (var refused in (HttpResponseMessage[])[await world.Shop.UserInfo("nonsense"), await world.Shop.UserInfoByBody(null)])
        {
            refused.IsSuccessStatusCode.ShouldBeFalse();
            refused.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
        }
    }

    [Theory]
    [InlineData("openid", "sub")]
    [InlineData("openid profile", "sub name locale")]
    [InlineData("openid email", "sub email email_verified")]
    [InlineData("openid profile email", "sub name locale email email_verified")]
    [InlineData("email profile openid", "sub name locale email email_verified")]
    public async Task A_scope_tells_its_claims_in_whatever_order(string scope, string claims)
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await world.Shop.SignIn(browser, ("scope", scope));

        var told = await Service.Read(await world.Shop.UserInfo(tokens.Access));
        Judge.UserInfo(world.Shop, tokens, told);
        told.EnumerateObject().Select(claim => claim.Name).Except(["iss", "aud"]).ShouldBe(claims.Split(' '), ignoreOrder: true);
    }

    [Theory]
    [InlineData("openid address")]
    [InlineData("openid phone")]
    public async Task What_is_not_known_of_people_is_no_scope(string scope)
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        using var http = world.Portal.CreateHttp();

        world.Shop.Back(await browser.Get(world.Shop.Request(("scope", scope))))["error"].ShouldBe("invalid_scope");
        var document = JsonDocument.Parse(await http.GetStringAsync("/.well-known/openid-configuration"));
        document.RootElement.GetProperty("scopes_supported").EnumerateArray().Select(known => known.GetString()).ShouldNotContain(scope.Split(' ')[1]);
    }

    [Fact]
    public async Task A_claim_asked_for_by_name_is_no_reason_to_fail()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await world.Shop.SignIn(browser, ("scope", "openid profile"), ("claims", """{"userinfo":{"name":{"essential":true}}}"""));

        (await Service.Read(await world.Shop.UserInfo(tokens.Access))).GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
    }
}
