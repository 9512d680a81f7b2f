using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Journeys;

public sealed class FurtherProductTests(Portal portal) : Journey(portal)
{
    [Fact]
    public async Task A_further_product_is_registered_shows_its_support_and_can_be_taken_back()
    {
        await Me.SignIn("spotrebitel@example.cz");
        await Open("/registrations/new");
        await Page.WaitForInteractive();
        await Look("register-product");
        await Fill(DemoStock.Take());
        await Me.Submit();
        await Assertions.Expect(Page.Locator("main h1")).ToContainTextAsync("zaregistrovaný");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("+420 567 117 711");
        await Look("registered-product");
        await Page.Locator("main details summary, main button").Filter(new() { HasText = "omylem" }).Or(Page.GetByText("omylem")).First.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Ano, vzít registraci zpět" }).ClickAsync();
        await Assertions.Expect(Page.Locator("main h1")).ToContainTextAsync("vzatá zpět");
    }

    [Fact]
    public async Task A_product_bought_directly_is_simply_there_and_typing_its_number_says_so()
    {
        await Me.SignIn("firma@example.cz");
        await Open("/licences");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("POHODA");
        await Open("/registrations/new");
        await Page.WaitForInteractive();
        await Fill("20K0-63R1-B72G-H8GQ");
        await Me.Submit();
        await Assertions.Expect(Page.Locator("main form")).ToContainTextAsync("už máte zaregistrovanou");
    }

    [Fact]
    public async Task A_number_of_another_and_one_never_issued_read_the_same()
    {
        await Me.SignIn("kolega@example.cz");
        foreach (var number in new[] { "J6Y2-AVYX-NCY6-ZK6N", "ABCDEF123456" })
        {
            await Open("/registrations/new");
            await Page.WaitForInteractive();
            await Fill(number);
            await Me.Submit();
            await Assertions.Expect(Page.Locator("[id$=Number-error]")).ToHaveTextAsync(
                "Chyba: Toto číslo zaregistrovat nejde. Porovnejte ho s potvrzením o licenci; když souhlasí, ozvěte se prodejci nebo naší podpoře.");
        }
    }

    [Fact]
    public async Task Another_companys_licence_is_not_found()
    {
        await Me.SignIn("firma@example.cz");
        await Open("/licences");
        await Page.Locator("main a[href*='/licences/']").First.ClickAsync();
        await Page.WaitForURLAsync("**/licences/*-*");
        var address = new Uri(Page.Url).PathAndQuery;
        await Look("licence-of-company");

        var stranger = await NewVisitor();
        await stranger.SignIn("spotrebitel@example.cz");
        stranger.Faults.Expect("404 GET");
        (await stranger.Open(address)).Status.ShouldBe(404);
        await stranger.Screenshot("not-found");
    }

    private async Task Fill(string number)
    {
        await Page.FillAsync("[id$=Number]:not([type=hidden])", number);
        await Page.FillAsync("[id$=PurchasedOn]", Walking.Yesterday);
        await Page.CheckAsync("[id$=AcceptsTerms]");
    }

    private async Task Look(string name)
    {
        await CheckAccess();
        await Screenshot(name);
    }
}
