using System.Net;
using System.Text.Json;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.SingleSignOn;

public sealed class SignInTests
{
    [Fact]
    public async Task A_visitor_signs_in_and_comes_back_to_the_service()
    {
        await using var world = new ServicePortal();
        var account = await world.Portal.Account();
        using var browser = world.Portal.Browser();

        var asked = await browser.Get(world.Shop.Request(("login_hint", "jana@example.cz")));
        asked.Leads.ShouldNotBeNull().ShouldStartWith("/account/sign-in?returnUrl=%2Fconnect%2Fauthorize");
        var form = await browser.Get(asked.Leads);
        form.Document.QuerySelector("#Input-Email")!.GetAttribute("value").ShouldBe("jana@example.cz");
        var signedIn = await browser.Post(form, "sign-in", ("Input.Password", Portal.Password));
        var back = world.Shop.Back(await browser.Get(signedIn.Leads!));

        back["state"].ShouldBe(Service.State);
        back["iss"].ShouldBe("https://localhost/");
        var tokens = await Service.TokensIn(await world.Shop.Exchange(back["code"]));
        var id = await world.Shop.Validate(tokens.Id!);
        id.Subject.ShouldBe($"{account}");
        id.GetPayloadValue<string>("nonce").ShouldBe(Service.Nonce);
        id.GetPayloadValue<string>("sid").ShouldNotBeEmpty();
        id.GetPayloadValue<string>("acr").ShouldBe("1");
        id.GetPayloadValue<long>("auth_time").ShouldBe(world.Portal.Time.GetUtcNow().ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Who_is_signed_in_is_known_at_the_next_service_without_a_password()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();

        var shop = await world.Shop.Validate((await world.Shop.SignIn(browser)).Id!);
        var mpohoda = await world.Mpohoda.Validate((await world.Mpohoda.SignIn(browser)).Id!);

        mpohoda.Subject.ShouldBe(shop.Subject);
        mpohoda.GetPayloadValue<string>("sid").ShouldNotBe(shop.GetPayloadValue<string>("sid"));
    }

    [Fact]
    public async Task A_return_keeps_the_visit()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();

        var first = await world.Shop.Validate((await world.Shop.SignIn(browser)).Id!);
        var second = await world.Shop.Validate((await world.Shop.SignIn(browser)).Id!);

        second.GetPayloadValue<string>("sid").ShouldBe(first.GetPayloadValue<string>("sid"));
    }

    [Fact]
    public async Task No_personal_data_stands_in_tokens()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await world.Shop.SignIn(browser);

        (await world.Shop.Validate(tokens.Id!)).Claims.ShouldNotContain(claim => claim.Value.Contains("jana@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Userinfo_tells_what_the_scopes_allow()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var account = await world.Portal.Db(db => db.Users.Select(known => known.Id).SingleAsync());
        var customer = Customer.Open(Guid.CreateVersion7(), CustomerNumber.Parse("1234"), new CustomerDetails { Kind = CustomerKind.Company, Country = Country.Czechia, Name = "Známá s.r.o." }, RegisterCheck.None, world.Portal.Time.GetUtcNow());
        await world.Portal.Db(db =>
        {
            db.AddRange(customer, new Member(customer.Id, account, MemberRole.Colleague, world.Portal.Time.GetUtcNow()));
            return db.SaveChangesAsync();
        });

        var all = await Service.Read(await world.Shop.UserInfo((await world.Shop.SignIn(browser)).Access));
        all.GetProperty("sub").GetString().ShouldBe($"{account}");
        all.GetProperty("email").GetString().ShouldBe("jana@example.cz");
        all.GetProperty("email_verified").GetBoolean().ShouldBeTrue();
        all.GetProperty("locale").GetString().ShouldBe("cs");
        JsonSerializer.Serialize(all.GetProperty("customers")).ShouldBe("""[{"id":"1234","role":"colleague"}]""");

        var bare = await Service.Read(await world.Shop.UserInfo((await world.Shop.SignIn(browser, ("scope", "openid"))).Access));
        bare.EnumerateObject().Select(property => property.Name).ShouldNotContain(name => name == "email" || name == "name" || name == "customers");
    }

    [Fact]
    public async Task Userinfo_refuses_what_is_no_token_and_an_ended_session()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await world.Shop.SignIn(browser);

        (await world.Shop.UserInfo("nonsense")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await world.Shop.UserInfo(tokens.Refresh!)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await browser.Post(await browser.Get("/account/profile"), "/account/sign-out");
        (await world.Shop.UserInfo(tokens.Access)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Introspection_and_revocation_speak_of_the_services_own_tokens_only()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var tokens = await world.Shop.SignIn(browser);

        (await world.Shop.Introspect(tokens.Access)).GetProperty("active").GetBoolean().ShouldBeTrue();
        (await world.Mpohoda.Introspect(tokens.Access)).GetProperty("active").GetBoolean().ShouldBeFalse();
        (await world.Shop.Revoke(tokens.Refresh!)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Service.ErrorOf(await world.Shop.Refresh(tokens.Refresh!))).ShouldBe("invalid_grant");
        (await world.Shop.Revoke("nonsense")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
