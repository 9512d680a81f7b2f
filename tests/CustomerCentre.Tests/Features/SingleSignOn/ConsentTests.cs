using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.SingleSignOn;

public sealed class ConsentTests
{
    [Fact]
    public async Task Who_agrees_is_asked_once()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();

        var page = await Asked(world, browser);
        page.Heading.ShouldBe("Povolit službě mKasa, aby vás znala?");
        var agreed = await browser.Post(page, "consent", ("Input.Agrees", "true"));
        world.Till.CodeIn(await browser.Get(agreed.Leads!)).ShouldNotBeEmpty();

        (await world.Till.Code(browser)).ShouldNotBeEmpty();
        (await world.Till.Code(browser, ("prompt", "none"))).ShouldNotBeEmpty();
        (await world.Portal.Db(db => db.Audit.CountAsync(entry => entry.Event == "ServiceAllowed"))).ShouldBe(1);
    }

    [Fact]
    public async Task Who_refuses_goes_back_without_a_code_and_is_asked_again()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();

        var refused = await browser.Post(await Asked(world, browser), "consent", ("Input.Agrees", "false"));
        world.Till.Back(await browser.Get(refused.Leads!))["error"].ShouldBe("access_denied");
        world.Till.Back(await browser.Get(world.Till.Request(("prompt", "none"))))["error"].ShouldBe("consent_required");
        (await Asked(world, browser)).Document.QuerySelector("form").ShouldNotBeNull();
    }

    [Fact]
    public async Task More_than_was_agreed_is_asked_for()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var little = await Asked(world, browser, ("scope", "openid profile"));
        little.Text.ShouldNotContain("váš e-mail");
        await browser.Post(little, "consent", ("Input.Agrees", "true"));

        (await Asked(world, browser, ("scope", "openid email"))).Text.ShouldContain("váš e-mail");
        (await world.Till.Code(browser, ("scope", "openid"))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Any_service_may_want_a_fresh_consent()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var asked = await browser.Get(world.Shop.Request(("prompt", "consent")));
        var agreed = await browser.Post(await browser.Get(asked.Leads!), "consent", ("Input.Agrees", "true"));
        world.Shop.CodeIn(await browser.Get(agreed.Leads!)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_consent_posted_from_elsewhere_changes_nothing()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var page = await Asked(world, browser);
        var forged = await browser.Post(page, "consent", ("Input.Agrees", "true"), ("__RequestVerificationToken", "forged"));
        forged.Leads.ShouldBeNull();
        world.Till.Back(await browser.Get(world.Till.Request(("prompt", "none"))))["error"].ShouldBe("consent_required");
    }

    [Fact]
    public async Task Two_clicks_at_once_are_one_consent_or_two_of_the_same()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var page = await Asked(world, browser);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.Post(page, "consent", ("Input.Agrees", "true"))));
        answers.ShouldAllBe(answer => answer.Leads != null && answer.Leads.StartsWith("/connect/authorize", StringComparison.Ordinal));
    }

    private static async Task<WebPage> Asked(ServicePortal world, Browser browser, params (string, string?)[] other)
    {
        var asked = await browser.Get(world.Till.Request(other));
        asked.Leads.ShouldNotBeNull().ShouldStartWith("/connect/consent?returnUrl=");
        return await browser.Get(asked.Leads);
    }
}
