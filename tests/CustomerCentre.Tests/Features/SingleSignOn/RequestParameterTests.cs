using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.SingleSignOn;

public sealed class RequestParameterTests
{
    [Theory]
    [InlineData("display", "page")]
    [InlineData("display", "popup")]
    [InlineData("claims_locales", "se")]
    [InlineData("ui_locales", "se")]
    [InlineData("acr_values", "1 2")]
    [InlineData("acr_values", "2")]
    [InlineData("acr_values", "urn:of:nobody")]
    [InlineData("login_hint", "nobody@example.cz")]
    [InlineData("extra", "foobar")]
    [InlineData("response_mode", "query")]
    public async Task What_is_only_a_wish_or_unknown_does_not_fail(string name, string value)
    {
        await using var world = new ServicePortal();
        await using var site = await MicrosoftSite.Beside(world);
        using var browser = await world.Portal.SignedIn();

        MicrosoftSite.WhoIn(await site.SignIn(browser, (name, value))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_a_nonce_the_token_has_none()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await world.Shop.SignIn(browser, ("nonce", null));

        Judge.Tokens(world.Shop, tokens, nonce: null);
        (await world.Shop.Validate(tokens.Id!)).TryGetPayloadValue<string>("nonce", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Each_token_has_the_nonce_of_its_own_request()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var (one, other) = (await world.Shop.Code(browser, ("nonce", "one")), await world.Shop.Code(browser, ("nonce", "other")));

        Judge.Tokens(world.Shop, await Service.TokensIn(await world.Shop.Exchange(other)), "other");
        var first = await Service.TokensIn(await world.Shop.Exchange(one));
        Judge.Tokens(world.Shop, first, "one");
        Should.Throw<Microsoft.IdentityModel.Protocols.OpenIdConnect.OpenIdConnectProtocolInvalidNonceException>(() => Judge.Tokens(world.Shop, first, "other"));
    }

    [Fact]
    public async Task A_sign_in_older_than_a_second_is_proven_anew()
    {
        await using var world = new ServicePortal();
        await using var site = await MicrosoftSite.Beside(world);
        using var browser = await world.Portal.SignedIn();
        var who = MicrosoftSite.WhoIn(await site.SignIn(browser));
        world.Portal.Time.Advance(TimeSpan.FromSeconds(2));

        var asked = await browser.Get(await site.Request(("max_age", "1")));
        var signedIn = await browser.Post(await browser.Get(asked.Leads!), "sign-in", ("Input.Email", "jana@example.cz"), ("Input.Password", Portal.Password));
        MicrosoftSite.WhoIn(await site.Return(await browser.Get(signedIn.Leads!))).ShouldBe(who);
    }

    [Fact]
    public async Task A_sign_in_of_today_is_young_enough_for_ten_thousand_seconds()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var first = await world.Shop.Validate((await world.Shop.SignIn(browser)).Id!);
        world.Portal.Time.Advance(TimeSpan.FromSeconds(9999));
        var second = await world.Shop.Validate((await world.Shop.SignIn(browser, ("max_age", "10000"))).Id!);

        (second.Subject, second.GetPayloadValue<long>("auth_time")).ShouldBe((first.Subject, first.GetPayloadValue<long>("auth_time")));
    }

    [Theory]
    [InlineData("request", "request_not_supported")]
    [InlineData("request_uri", "request_uri_not_supported")]
    public async Task A_request_in_a_token_is_refused_whatever_it_says(string name, string error)
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var token = "eyJhbGciOiJub25lIn0." + System.Buffers.Text.Base64Url.EncodeToString("""{"client_id":"eshop","redirect_uri":"https://evil.example/"}"""u8) + ".";

        var back = world.Shop.Back(await browser.Get(world.Shop.Request((name, name == "request" ? token : "https://eshop.example/request.jwt"))));
        (back["error"], back["state"]).ShouldBe((error, Service.State));
    }

    [Fact]
    public async Task A_service_may_show_its_secret_in_the_header()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await Service.TokensIn(await world.Shop.ExchangeByHeader(await world.Shop.Code(browser)));

        Judge.Tokens(world.Shop, tokens);
        (await Service.ErrorOf(await world.Shop.ExchangeByHeader(await world.Shop.Code(browser), "wrong"))).ShouldBe("invalid_client");
    }

    [Fact]
    public async Task A_service_may_show_its_secret_in_the_body()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        Judge.Tokens(world.Shop, await world.Shop.SignIn(browser));
    }
}
