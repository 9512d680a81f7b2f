namespace CustomerCentre.EndToEnd.Journeys;

/// <summary>A journey through the E-shop, mPOHODA and the Customer Centre.</summary>
public abstract class SiteJourney(Portal portal, ThreeSites sites) : Journey(portal, sites)
{
    protected const string Email = "firma@example.cz";

    protected ServiceSite Shop => sites.Shop;

    protected ServiceSite Mpohoda => sites.Mpohoda;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Faults.ExpectSite(Shop.Address);
        Faults.ExpectSite(Mpohoda.Address);
        Faults.Expect("favicon.ico");
    }

    protected async Task SignInAtShop()
    {
        await Page.GotoAsync(Shop.Address);
        await Page.ClickAsync("#sign-in");
        await Page.WaitForURLAsync("**/account/sign-in**");
        await Page.FillAsync("#Input-Email", Email);
        await Page.FillAsync("#Input-Password", Walking.DemoPassword);
        await Me.Submit();
        await Page.WaitForURLAsync(Shop.Address);
    }

    /// <summary>Comes to another site; no password is asked for on the way.</summary>
    protected async Task Enter(ServiceSite site)
    {
        await Page.GotoAsync(site.Address);
        await Page.ClickAsync("#sign-in");
        await Page.WaitForURLAsync(site.Address);
        await Page.Locator("#who").WaitForAsync();
    }
}
