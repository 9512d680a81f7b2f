namespace CustomerCentre.EndToEnd.Journeys;

/// <summary>What /accessibility says of a browser without JavaScript: everything but the wizard and the registration of products can be read.</summary>
public sealed class NoScriptTests(Portal portal) : Journey(portal)
{
    private static readonly string[] NeedScripts = ["/onboarding", "/registrations/new"];

    [Fact]
    public async Task Visitors_and_customers_read_every_page()
    {
        var visitor = await NewVisitor(scripts: false);
        await Read(visitor, Pages.Public);
        await visitor.SignIn("firma@example.cz");
        await Read(visitor, [.. Pages.Own, .. Pages.Trust, .. Pages.Account]);
    }

    [Fact]
    public async Task Partners_support_and_administration_read_every_page()
    {
        var visitor = await NewVisitor(scripts: false);
        await visitor.SignIn("vedouci@example.cz");
        await visitor.OpenCustomer();
        await Read(visitor, Pages.Support);
        foreach (var (email, pages) in new[] { ("partner@example.cz", Pages.Selling), ("spravce@example.cz", Pages.Administration) })
        {
            await visitor.Context.ClearCookiesAsync();
            await visitor.SignIn(email);
            await Read(visitor, pages);
        }
    }

    private static async Task Read(Visitor visitor, IEnumerable<string> paths)
    {
        foreach (var path in paths.Where(path => !NeedScripts.Any(part => path.StartsWith(part, StringComparison.Ordinal))))
        {
            (await visitor.Open(path)).Status.ShouldBe(200, path);
            visitor.Page.Url.ShouldNotContain("/account/sign-in?", customMessage: path);
            (await visitor.Page.Locator("main h1").First.IsVisibleAsync()).ShouldBeTrue(path);
            (await visitor.Page.Locator("main [aria-busy=true], main .mud-skeleton").CountAsync()).ShouldBe(0, $"{path} goes on loading");
        }
    }
}
