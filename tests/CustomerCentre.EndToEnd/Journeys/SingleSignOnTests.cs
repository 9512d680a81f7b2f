using System.Buffers.Text;
using System.Text.Json;
using System.Web;
using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Journeys;

/// <summary>Three sites, one sign-in: the E-shop, mPOHODA and the Customer Centre.</summary>
public sealed class SingleSignOnTests(Portal portal) : IAsyncLifetime
{
    private const string Email = "firma@example.cz";
    private readonly ServiceSite shop = new("eshop", "E-shop");
    private readonly ServiceSite mpohoda = new("mpohoda", "mPOHODA");
    private RunningApp app = null!;
    private Visitor me = null!;

    private IPage Page => me.Page;

    public async ValueTask InitializeAsync()
    {
        app = await RunningApp.StartAsync(shop.Settings.Concat(mpohoda.Settings).ToDictionary());
        await Task.WhenAll(shop.Start(app.Address), mpohoda.Start(app.Address));
        me = await Visitor.Arrive(await portal.Browser, app, "cs-CZ", 1280);
        me.Faults.ExpectSite(shop.Address);
        me.Faults.ExpectSite(mpohoda.Address);
        me.Faults.Expect("favicon.ico");
    }

    public async ValueTask DisposeAsync()
    {
        if (me is not null)
            await me.DisposeAsync();
        await shop.DisposeAsync();
        await mpohoda.DisposeAsync();
        if (app is not null)
            await app.DisposeAsync();
    }

    [Fact]
    public async Task One_sign_in_opens_three_sites_and_one_sign_out_closes_them()
    {
        await SignInAtShop();
        await Page.Locator("#who").WaitForAsync();
        var sub = await Page.Locator("#sub").TextContentAsync();

        await Enter(mpohoda);
        (await Page.Locator("#sub").TextContentAsync()).ShouldBe(sub);
        await me.Open("/account/services");
        (await Page.Locator(".service a[href^='/account/services/']").CountAsync()).ShouldBe(2);
        await me.CheckAccess();
        await me.Screenshot("services");

        await Page.GotoAsync(shop.Address);
        await Page.Locator("form[action='/sign-out'] button").ClickAsync();
        await Page.WaitForURLAsync(shop.Address);
        await Page.Locator("#nobody").WaitForAsync();
        await IsOutAt(mpohoda);
        await me.Open("/account/services");
        Page.Url.ShouldContain("/account/sign-in");
        me.Faults.Unexpected.ShouldBeEmpty();
    }

    [Fact]
    public async Task Signing_out_of_the_customer_centre_signs_out_of_the_services()
    {
        await SignInAtShop();
        await Enter(mpohoda);

        await me.Open("/account/services");
        await Page.Locator("header details summary").Last.ClickAsync();
        await Page.Locator("form[action='/account/sign-out'] button").ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/account/services", StringComparison.Ordinal));
        await IsOutAt(shop);
        await IsOutAt(mpohoda);
        me.Faults.Unexpected.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_is_cut_off_is_signed_out_and_the_other_is_not()
    {
        await SignInAtShop();
        await Enter(mpohoda);

        await me.Open("/account/services/eshop");
        await me.CheckAccess();
        await me.Screenshot("cut-off");
        await me.Submit();
        await Page.WaitForURLAsync("**/account/services");
        await IsOutAt(shop);
        await Page.GotoAsync(mpohoda.Address);
        await Page.Locator("#who").WaitForAsync();
        me.Faults.Unexpected.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_asks_is_told_only_what_the_person_allows()
    {
        await me.SignIn(Email);
        await Page.GotoAsync(shop.Address + "sign-in?prompt=consent");
        await Page.WaitForURLAsync("**/connect/consent**");
        await me.FitsEveryLanguage("service-consent");
        await Page.ClickAsync("main button[value=false]");
        await Page.WaitForURLAsync(shop.Address + "**");
        await Page.Locator("#nobody").WaitForAsync();

        await Page.GotoAsync(shop.Address + "sign-in?prompt=consent");
        await Page.ClickAsync("main button[value=true]");
        await Page.WaitForURLAsync(shop.Address);
        await Page.Locator("#who").WaitForAsync();
        me.Faults.Unexpected.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_sent_to_sign_out_by_an_unknown_hand_is_asked_first_and_then_returns()
    {
        await me.SignIn(Email);
        var address = $"/connect/sign-out?client_id=eshop&post_logout_redirect_uri={Uri.EscapeDataString(shop.Address + "signout-callback-oidc")}";
        await me.Open(address);
        await Page.WaitForURLAsync("**/connect/leave**");
        await me.FitsEveryLanguage("service-leave");
        await Page.ClickAsync("main a.button[href='/']");
        await me.Open("/account/profile");
        Page.Url.ShouldEndWith("/account/profile", customMessage: "who stays is still signed in");

        await me.Open(address);
        await me.Submit();
        await Page.WaitForURLAsync(shop.Address + "**");
        await me.Open("/account/profile");
        Page.Url.ShouldContain("/account/sign-in");
        me.Faults.Unexpected.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rotated_key_signs_in_the_running_portal_and_what_the_old_one_signed_stays_good()
    {
        await SignInAtShop();
        var old = await PublishedKeys();

        (await app.Command("rotate-keys")).ShouldBeNull();
        var ready = DateTime.UtcNow.AddMinutes(1);
        for (var look = 0; (await PublishedKeys()).Length == old.Length && look < 90; look++)
            await Page.WaitForTimeoutAsync(1000);
        await Page.WaitForTimeoutAsync((float)Math.Max(0, (ready - DateTime.UtcNow).TotalMilliseconds));
        (await KeyOfSignOut()).ShouldBeOneOf(old);

        // The site has the keys of before at hand and learns of the new one by itself.
        await SignInAtShop();
        (await KeyOfSignOut()).ShouldBeOneOf([.. (await PublishedKeys()).Except(old)]);
        me.Faults.Unexpected.ShouldBeEmpty();
    }

    private async Task<string[]> PublishedKeys()
    {
        var answer = await Page.APIRequest.GetAsync(new Uri(app.Address, "/.well-known/jwks").AbsoluteUri);
        return [.. (await answer.JsonAsync())!.Value.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }

    // Signs out at the shop: nobody is asked, since the id token that goes along is believed. The answer is the key that signed it.
    private async Task<string> KeyOfSignOut()
    {
        await Page.GotoAsync(shop.Address);
        var asked = await Page.RunAndWaitForRequestAsync(() => Page.Locator("form[action='/sign-out'] button").ClickAsync(), request => request.Url.Contains("id_token_hint=", StringComparison.Ordinal));
        await Page.WaitForURLAsync(shop.Address);
        await Page.Locator("#nobody").WaitForAsync();
        var header = HttpUtility.ParseQueryString(new Uri(asked.Url).Query)["id_token_hint"]!.Split('.')[0];
        return JsonDocument.Parse(Base64Url.DecodeFromChars(header)).RootElement.GetProperty("kid").GetString()!;
    }

    private async Task SignInAtShop()
    {
        await Page.GotoAsync(shop.Address);
        await Page.ClickAsync("#sign-in");
        await Page.WaitForURLAsync("**/account/sign-in**");
        await Page.FillAsync("#Input-Email", Email);
        await Page.FillAsync("#Input-Password", Walking.DemoPassword);
        await me.Submit();
        await Page.WaitForURLAsync(shop.Address);
    }

    // No password is asked for on the way.
    private async Task Enter(ServiceSite site)
    {
        await Page.GotoAsync(site.Address);
        await Page.ClickAsync("#sign-in");
        await Page.WaitForURLAsync(site.Address);
        await Page.Locator("#who").WaitForAsync();
    }

    // The news travels from server to server, a moment after the page.
    private async Task IsOutAt(ServiceSite site)
    {
        for (var look = 0; look < 40; look++)
        {
            await Page.GotoAsync(site.Address);
            if (await Page.Locator("#nobody").CountAsync() == 1)
                return;
            await Page.WaitForTimeoutAsync(250);
        }

        Assert.Fail($"Still signed in at {site.Id}.");
    }
}
