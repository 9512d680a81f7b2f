namespace CustomerCentre.EndToEnd.Journeys;

/// <summary>Three sites, one sign-in: the E-shop, mPOHODA and the Customer Centre.</summary>
public sealed class SingleSignOnTests(Portal portal, ThreeSites sites) : SiteJourney(portal, sites), IClassFixture<ThreeSites>
{
    [Fact]
    public async Task One_sign_in_opens_three_sites_and_one_sign_out_closes_them()
    {
        await SignInAtShop();
        await Page.Locator("#who").WaitForAsync();
        var sub = await Page.Locator("#sub").TextContentAsync();

        await Enter(Mpohoda);
        (await Page.Locator("#sub").TextContentAsync()).ShouldBe(sub);
        await Me.Open("/account/services");
        (await Page.Locator(".service a[href^='/account/services/']").CountAsync()).ShouldBe(2);
        await Me.CheckAccess();
        await Me.Screenshot("services");

        await Page.GotoAsync(Shop.Address);
        await Page.Locator("form[action='/sign-out'] button").ClickAsync();
        await Page.WaitForURLAsync(Shop.Address);
        await Page.Locator("#nobody").WaitForAsync();
        await IsOutAt(Mpohoda);
        await Me.Open("/account/services");
        Page.Url.ShouldContain("/account/sign-in");
    }

    [Fact]
    public async Task Signing_out_of_the_customer_centre_signs_out_of_the_services()
    {
        await SignInAtShop();
        await Enter(Mpohoda);

        await Me.Open("/account/services");
        await Page.Locator("header details summary").Last.ClickAsync();
        await Page.Locator("form[action='/account/sign-out'] button").ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/account/services", StringComparison.Ordinal));
        await IsOutAt(Shop);
        await IsOutAt(Mpohoda);
    }

    [Fact]
    public async Task A_service_that_is_cut_off_is_signed_out_and_the_other_is_not()
    {
        await SignInAtShop();
        await Enter(Mpohoda);

        await Me.Open("/account/services/eshop");
        await Me.CheckAccess();
        await Me.Screenshot("cut-off");
        await Me.Submit();
        await Page.WaitForURLAsync("**/account/services");
        await IsOutAt(Shop);
        await Page.GotoAsync(Mpohoda.Address);
        await Page.Locator("#who").WaitForAsync();
    }

    [Fact]
    public async Task A_service_that_asks_is_told_only_what_the_person_allows()
    {
        await Me.SignIn(Email);
        await Page.GotoAsync(Shop.Address + "sign-in?prompt=consent");
        await Page.WaitForURLAsync("**/connect/consent**");
        await Me.FitsEveryLanguage("service-consent");
        await Page.ClickAsync("main button[value=false]");
        await Page.WaitForURLAsync(Shop.Address + "**");
        await Page.Locator("#nobody").WaitForAsync();

        await Page.GotoAsync(Shop.Address + "sign-in?prompt=consent");
        await Page.ClickAsync("main button[value=true]");
        await Page.WaitForURLAsync(Shop.Address);
        await Page.Locator("#who").WaitForAsync();
    }

    [Fact]
    public async Task Who_is_sent_to_sign_out_by_an_unknown_hand_is_asked_first_and_then_returns()
    {
        await Me.SignIn(Email);
        var address = $"/connect/sign-out?client_id=eshop&post_logout_redirect_uri={Uri.EscapeDataString(Shop.Address + "signout-callback-oidc")}";
        await Me.Open(address);
        await Page.WaitForURLAsync("**/connect/leave**");
        await Me.FitsEveryLanguage("service-leave");
        await Page.ClickAsync("main a.button[href='/']");
        await Me.Open("/account/profile");
        Page.Url.ShouldEndWith("/account/profile", customMessage: "who stays is still signed in");

        await Me.Open(address);
        await Me.Submit();
        await Page.WaitForURLAsync(Shop.Address + "**");
        await Me.Open("/account/profile");
        Page.Url.ShouldContain("/account/sign-in");
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
