using Bunit;
using CustomerCentre.Features.Onboarding;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Onboarding;

public sealed class ProductsStepTests
{
    [Fact]
    public async Task A_number_shows_its_product_as_soon_as_it_is_left()
    {
        await using var wizard = await Wizard.Begin();
        var licence = await wizard.World.LicenceAtPartner();
        var page = await Open(wizard);
        Number(page).Change(licence.Text().ToLowerInvariant());
        page.WaitForAssertion(() => page.Find(".found").TextContent.ShouldContain("POHODA Jazz"), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_number_that_cannot_be_registered_is_said_at_its_field_and_is_not_carried_on()
    {
        await using var wizard = await Wizard.Begin();
        var licence = await wizard.World.LicenceInStock();
        var page = await Open(wizard);
        Number(page).Change(licence.Text());
        page.Find("[name='Licences[0].PurchasedOn']").Change("2026-03-10");
        page.WaitForAssertion(() => page.Find("#Licences-0-Number-error").TextContent.ShouldContain("zaregistrovat nejde"), TimeSpan.FromSeconds(10));
        page.Find("form").Submit();
        page.WaitForElement(".summary").TextContent.ShouldContain("zaregistrovat nejde");
        wizard.Address.ShouldStartWith("onboarding/products");
    }

    [Fact]
    public async Task What_is_typed_is_kept_at_a_pause_and_not_judged_yet()
    {
        await using var wizard = await Wizard.Begin();
        var id = await wizard.Draft(OnboardingPath.First);
        var page = wizard.Open<ProductsStep>($"/onboarding/products?draft={id}");
        Number(page).Input("AB");
        page.WaitForAssertion(() => page.Find(".saved").TextContent.ShouldContain("Uloženo"), TimeSpan.FromSeconds(10));
        page.FindAll(".field-error").ShouldBeEmpty();
        (await wizard.Answers(id)).Products.Licences.Single().Number.ShouldBe("AB");

        Number(page).Change("AB");
        page.WaitForAssertion(() => page.Find(".field-error").TextContent.ShouldContain("6 až 40"), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Products_are_added_and_removed()
    {
        await using var wizard = await Wizard.Begin();
        var page = await Open(wizard);
        page.Find("button.button-outlined").Click();
        page.FindAll("fieldset").Count.ShouldBe(2);
        page.FindAll("fieldset button.link")[0].Click();
        page.FindAll("fieldset").Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_number_twice_is_said_once_and_at_the_second()
    {
        await using var wizard = await Wizard.Begin();
        var page = await Open(wizard);
        page.Find("button.button-outlined").Click();
        Number(page).Change("ABC123XYZ");
        Number(page, 1).Change("abc-123-xyz");
        page.Find("form").Submit();
        page.WaitForAssertion(() => page.Find("#Licences-1-Number-error").TextContent.ShouldContain("jednou"), TimeSpan.FromSeconds(10));
        page.Find("#Licences-0-Number-error").TextContent.ShouldNotContain("jednou");
    }

    private static AngleSharp.Dom.IElement Number(IRenderedComponent<ProductsStep> page, int index = 0) => page.Find($"[name='Licences[{index}].Number']");

    private static async Task<IRenderedComponent<ProductsStep>> Open(Wizard wizard) =>
        wizard.Open<ProductsStep>($"/onboarding/products?draft={await wizard.Draft(OnboardingPath.First)}");
}
