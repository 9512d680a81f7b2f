using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.SingleSignOn;

public sealed class PromptTests
{
    [Fact]
    public async Task Silence_is_kept_with_a_visitor()
    {
        await using var world = new ServicePortal();
        using var browser = world.Portal.Browser();
        world.Shop.Back(await browser.Get(world.Shop.Request(("prompt", "none"))))["error"].ShouldBe("login_required");
    }

    [Fact]
    public async Task Silence_gives_a_code_to_who_is_signed_in()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        (await world.Shop.Code(browser, ("prompt", "none"))).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("prompt", "login")]
    [InlineData("prompt", "select_account")]
    [InlineData("max_age", "60")]
    public async Task A_service_may_want_a_fresh_sign_in_and_the_visit_goes_on(string name, string value)
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var before = await world.Shop.Validate((await world.Shop.SignIn(browser)).Id!);
        world.Portal.Time.Advance(TimeSpan.FromMinutes(5));

        var asked = await browser.Get(world.Shop.Request((name, value)));
        asked.Leads!.ShouldContain("again=true");
        var form = await browser.Get(asked.Leads!);
        form.Heading.ShouldBe("Přihlásit se");
        // Going back without a password asks again.
        var around = Uri.UnescapeDataString(asked.Leads!.Split("returnUrl=")[1].Split('&')[0]);
        (await browser.Get(around)).Leads!.ShouldContain("/account/sign-in");

        var signedIn = await browser.Post(form, "sign-in", ("Input.Email", "jana@example.cz"), ("Input.Password", Portal.Password));
        var after = await world.Shop.Validate((await Service.TokensIn(await world.Shop.Exchange(world.Shop.CodeIn(await browser.Get(signedIn.Leads!))))).Id!);

        after.GetPayloadValue<long>("auth_time").ShouldBe(world.Portal.Time.GetUtcNow().ToUnixTimeSeconds());
        after.GetPayloadValue<string>("sid").ShouldBe(before.GetPayloadValue<string>("sid"));
        (await world.Portal.Db(db => db.Sessions.CountAsync(session => session.EndedAt == null))).ShouldBe(1);
        (await world.Deliver()).ShouldBe(0);
    }

    [Fact]
    public async Task Another_person_at_a_fresh_sign_in_ends_the_first_ones_visits()
    {
        await using var world = new ServicePortal();
        await world.Portal.Account("eva@example.cz");
        using var browser = await world.Portal.SignedIn();
        await world.Mpohoda.SignIn(browser);

        var form = await browser.Get((await browser.Get(world.Shop.Request(("prompt", "login")))).Leads!);
        var signedIn = await browser.Post(form, "sign-in", ("Input.Email", "eva@example.cz"), ("Input.Password", Portal.Password));
        world.Shop.CodeIn(await browser.Get(signedIn.Leads!));

        await world.Deliver();
        world.News.Got.ShouldHaveSingleItem().Address.ShouldBe("https://mpohoda.example/signed-out-elsewhere");
    }

    [Fact]
    public async Task A_sign_in_young_enough_will_do()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        world.Portal.Time.Advance(TimeSpan.FromMinutes(5));

        (await world.Shop.Code(browser, ("max_age", "300"))).ShouldNotBeEmpty();
        world.Shop.Back(await browser.Get(world.Shop.Request(("max_age", "299"), ("prompt", "none"))))["error"].ShouldBe("login_required");
    }

    [Fact]
    public async Task A_hint_about_another_person_asks_who_it_is()
    {
        await using var world = new ServicePortal();
        using var eva = await world.Portal.SignedIn("eva@example.cz");
        using var jana = await world.Portal.SignedIn();
        var (hers, mine) = ((await world.Shop.SignIn(eva)).Id!, (await world.Shop.SignIn(jana)).Id!);

        (await world.Shop.Code(jana, ("id_token_hint", mine), ("prompt", "none"))).ShouldNotBeEmpty();
        world.Shop.Back(await jana.Get(world.Shop.Request(("id_token_hint", hers), ("prompt", "none"))))["error"].ShouldBe("login_required");
        (await jana.Get(world.Shop.Request(("id_token_hint", hers)))).Leads!.ShouldContain("again=true");
    }

    [Theory]
    [InlineData("eva@example.cz", null)]
    [InlineData("jana@example.cz", "login_required")]
    public async Task Only_the_person_of_the_hint_gets_in_after_being_asked(string who, string? error)
    {
        await using var world = new ServicePortal();
        using var eva = await world.Portal.SignedIn("eva@example.cz");
        using var browser = await world.Portal.SignedIn();
        var hint = (await world.Shop.SignIn(eva)).Id!;

        var form = await browser.Get((await browser.Get(world.Shop.Request(("id_token_hint", hint)))).Leads!);
        var signedIn = await browser.Post(form, "sign-in", ("Input.Email", who), ("Input.Password", Portal.Password));
        var back = world.Shop.Back(await browser.Get(signedIn.Leads!));

        back.GetValueOrDefault("error").ShouldBe(error);
        back.ContainsKey("code").ShouldBe(error is null);
        (await world.Portal.Db(db => db.Sessions.CountAsync(session => session.EndedAt == null))).ShouldBe(2);
    }

    [Fact]
    public async Task An_altered_detour_is_none()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        (await browser.Get(world.Shop.Request(("prompt", "login"), ("detour", "CfDJ8made-up")))).Leads!.ShouldContain("again=true");
    }

    [Theory]
    [InlineData("sk-SK en", "Prihlásiť sa")]
    [InlineData("de en", "Sign in")]
    [InlineData("de", "Přihlásit se")]
    public async Task The_languages_a_service_names_are_preferred(string wanted, string heading)
    {
        await using var world = new ServicePortal();
        using var browser = world.Portal.Browser();
        var asked = await browser.Get(world.Shop.Request(("ui_locales", wanted)));
        (await browser.Get(asked.Leads!)).Heading.ShouldBe(heading);
    }

    [Fact]
    public async Task A_posted_request_goes_on_as_a_link_so_that_the_session_comes_along()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        using var http = world.Portal.CreateHttp();
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(world.Shop.Request().Split('?')[1]);

        var posted = await http.PostAsync("/connect/authorize", new FormUrlEncodedContent(query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()))));
        world.Shop.CodeIn(await browser.Get(posted.Headers.Location!.ToString())).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_form_that_posts_itself_may_do_so()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var page = await browser.Get(world.Shop.Request(("response_mode", "form_post")));

        page.Document.QuerySelector("form")!.GetAttribute("action").ShouldBe(world.Shop.Redirect);
        page.Document.QuerySelector("input[name=code]").ShouldNotBeNull();
        var script = page.Document.QuerySelector("script")!.TextContent;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(script)));
        page.Response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain($"'sha256-{hash}'", customMessage: script);
    }
}
