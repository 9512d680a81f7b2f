using System.Net;

namespace CustomerCentre.Tests.Features.SingleSignOn;

public sealed class BadRequestTests
{
    [Theory]
    [InlineData("redirect_uri", "https://evil.example/signin-oidc")]
    [InlineData("redirect_uri", "https://eshop.example/signin-oidc/more")]
    [InlineData("redirect_uri", "https://eshop.example/signin-oidc?more=1")]
    [InlineData("redirect_uri", "https://ESHOP.example/signin-oidc")]
    [InlineData("redirect_uri", "javascript:alert(1)")]
    [InlineData("redirect_uri", null)]
    [InlineData("client_id", "unknown")]
    [InlineData("client_id", "mpohoda")]
    [InlineData("client_id", null)]
    public async Task A_request_that_names_no_place_to_return_to_is_answered_here(string name, string? value)
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();

        var page = await browser.Get(world.Shop.Request((name, value)));
        if (page.Leads is not null)
            page.Leads.ShouldBe("/connect/problem");
        var told = await browser.Get("/connect/problem");
        told.Status.ShouldBe(HttpStatusCode.BadRequest);
        told.Heading.ShouldBe("Přihlášení do služby se nepodařilo");
        (page.Html + told.Html).ShouldNotContain("evil.example");
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", "id_token", "unsupported_response_type")]
    [InlineData("response_type", null, "invalid_request")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("scope", "openid everything", "invalid_scope")]
    [InlineData("scope", "openid status", "invalid_request")]
    [InlineData("request", "eyJhbGciOiJub25lIn0.e30.", "request_not_supported")]
    [InlineData("prompt", "none login", "invalid_request")]
    public async Task Any_other_wrong_request_goes_back_with_an_error_and_the_state(string name, string? value, string error)
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();

        var back = world.Shop.Back(await browser.Get(world.Shop.Request((name, value))));
        back["error"].ShouldBe(error);
        back["state"].ShouldBe(Service.State);
        back["iss"].ShouldBe("https://localhost/");
        back.ShouldNotContainKey("code");
    }

    [Theory]
    [InlineData("code_verifier", "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww", "invalid_grant")]
    [InlineData("code_verifier", null, "invalid_request")]
    [InlineData("redirect_uri", "https://eshop.example/other", "invalid_grant")]
    [InlineData("client_secret", "wrong", "invalid_client")]
    [InlineData("client_secret", null, "invalid_client")]
    [InlineData("client_id", "unknown", "invalid_client")]
    [InlineData("client_id", "mpohoda", "invalid_grant")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    [InlineData("grant_type", "client_credentials", "unauthorized_client")]
    public async Task A_code_is_good_only_with_all_that_belongs_to_it(string name, string? value, string error)
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var code = await world.Shop.Code(browser);

        (await Service.ErrorOf(await world.Shop.Exchange(code, (name, value)))).ShouldBe(error);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("profile")]
    [InlineData("status")]
    public async Task A_service_gets_no_token_for_itself(string? scope)
    {
        await using var world = new ServicePortal();

        var answer = await world.Shop.Exchange("", ("grant_type", "client_credentials"), ("code", null), ("redirect_uri", null), ("code_verifier", null), ("scope", scope));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Service.ErrorOf(answer)).ShouldBe("unauthorized_client");
    }

    [Fact]
    public async Task A_code_lives_one_minute()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var (early, late) = (await world.Shop.Code(browser), await world.Shop.Code(browser));

        world.Portal.Time.Advance(TimeSpan.FromSeconds(59));
        (await world.Shop.Exchange(early)).StatusCode.ShouldBe(HttpStatusCode.OK);
        world.Portal.Time.Advance(TimeSpan.FromSeconds(2));
        (await Service.ErrorOf(await world.Shop.Exchange(late))).ShouldBe("invalid_grant");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(90)]
    public async Task A_code_used_twice_ends_what_it_gave(int seconds)
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var code = await world.Shop.Code(browser);
        var tokens = await Service.TokensIn(await world.Shop.Exchange(code));

        world.Portal.Time.Advance(TimeSpan.FromSeconds(seconds));
        (await Service.ErrorOf(await world.Shop.Exchange(code))).ShouldBe("invalid_grant");
        (await world.Shop.UserInfo(tokens.Access)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Service.ErrorOf(await world.Shop.Refresh(tokens.Refresh!))).ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task A_stranger_who_found_a_code_ends_nothing_by_it()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var code = await world.Shop.Code(browser);
        var tokens = await Service.TokensIn(await world.Shop.Exchange(code));

        (await Service.ErrorOf(await world.Shop.Exchange(code, ("client_secret", "wrong")))).ShouldBe("invalid_client");
        (await world.Shop.UserInfo(tokens.Access)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_altered_code_a_token_for_a_code_and_nothing_are_no_codes()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var code = await world.Shop.Code(browser);
        var tokens = await world.Shop.SignIn(browser);

        foreach (var wrong in (string[])[code[..^4] + "AAAA", tokens.Refresh!, tokens.Access, tokens.Id!, "x"])
            (await Service.ErrorOf(await world.Shop.Exchange(wrong))).ShouldBe("invalid_grant");
        (await Service.ErrorOf(await world.Shop.Exchange(""))).ShouldBe("invalid_request");
    }

    [Fact]
    public async Task A_code_dies_with_the_session()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var code = await world.Shop.Code(browser);
        await browser.Post(await browser.Get("/account/profile"), "/account/sign-out");

        (await Service.ErrorOf(await world.Shop.Exchange(code))).ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task Of_many_uses_of_a_code_at_once_one_is_served_and_nothing_of_it_lives_on()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var code = await world.Shop.Code(browser);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Shop.Exchange(code)));

        var tokens = await Service.TokensIn(answers.Where(answer => answer.IsSuccessStatusCode).ShouldHaveSingleItem());
        (await Service.ErrorOf(await world.Shop.Refresh(tokens.Refresh!))).ShouldBe("invalid_grant");
        (await world.Shop.UserInfo(tokens.Access)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\tevil")]
    public async Task A_return_address_elsewhere_leads_home(string address)
    {
        await using var world = new ServicePortal();
        await world.Portal.Account();
        using var browser = world.Portal.Browser();

        (await browser.SignIn("jana@example.cz", returnUrl: address)).Leads.ShouldBe("/");
        (await browser.Get("/connect/consent?returnUrl=" + Uri.EscapeDataString(address))).Heading.ShouldBe("Přihlášení do služby se nepodařilo");
        (await browser.Post(await browser.Get("/connect/leave?returnUrl=" + Uri.EscapeDataString(address)), "leave")).Leads.ShouldBe("/");
    }
}
