using System.Security.Cryptography;
using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CustomerCentre.Tests.Features.SingleSignOn;

public sealed class LogoutModuleTests
{
    [Fact]
    public async Task With_everything_the_state_comes_back()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await world.Shop.SignIn(browser);

        (await browser.Get(Request(world, tokens.Id, "a&b=c"))).Leads.ShouldBe(world.Shop.PostLogout + "?state=a%26b%3Dc");
        await IsOut(world, browser);
    }

    [Fact]
    public async Task Without_a_state_none_comes_back()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await world.Shop.SignIn(browser);

        (await browser.Get(Request(world, tokens.Id))).Leads.ShouldBe(world.Shop.PostLogout);
        await IsOut(world, browser);
    }

    [Fact]
    public async Task Without_an_address_the_person_is_signed_out_and_stays_here()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await world.Shop.SignIn(browser);

        (await browser.Get(Request(("id_token_hint", tokens.Id), ("state", "s1")))).Leads.ShouldBe("/");
        (await browser.Get("/")).Html.ShouldContain("/account/sign-in");
        await IsOut(world, browser);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s1")]
    public async Task Without_parameters_or_with_a_state_alone_the_person_is_asked_signed_out_and_stays_here(string state)
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();

        var asked = await browser.Get(state == "" ? Request() : Request(("state", state)));
        var agreed = await browser.Post(await browser.Get(asked.Leads!), "leave");
        (agreed.Leads == "/" ? agreed : await browser.Get(agreed.Leads!)).Leads.ShouldBe("/");
        await IsOut(world, browser);
    }

    [Fact]
    public async Task A_query_added_to_the_address_makes_it_another()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await world.Shop.SignIn(browser);

        (await browser.Get(Request(("id_token_hint", tokens.Id), ("post_logout_redirect_uri", world.Shop.PostLogout + "?foo=bar")))).Leads.ShouldBe("/connect/problem?leaving=true");
        (await world.Shop.Code(browser, ("prompt", "none"))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_hint_without_signature_or_signed_by_another_signs_nobody_out_unasked()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var known = new JsonWebToken((await world.Shop.SignIn(browser)).Id!);
        using var rsa = RSA.Create(2048);
        var foreign = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = known.Kid }, SecurityAlgorithms.RsaSha256);
        var none = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");

        foreach (var hint in (string[])[$"{none}.{known.EncodedPayload}.", new JsonWebTokenHandler().CreateToken(Base64UrlEncoder.Decode(known.EncodedPayload), foreign)])
        {
            (await browser.Get(Request(world, hint))).Leads!.ShouldStartWith("/connect/leave");
            (await world.Shop.Code(browser, ("prompt", "none"))).ShouldNotBeEmpty();
        }
    }

    private static async Task IsOut(ServicePortal world, Browser browser) =>
        world.Shop.Back(await browser.Get(world.Shop.Request(("prompt", "none"))))["error"].ShouldBe("login_required");

    private static string Request(ServicePortal world, string? hint, string? state = null) =>
        Request([("id_token_hint", hint), ("post_logout_redirect_uri", world.Shop.PostLogout), .. state is null ? ((string, string?)[])[] : [("state", state)]]);

    private static string Request(params (string Name, string? Value)[] parameters) =>
        "/connect/sign-out" + QueryString.Create(parameters.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
}
