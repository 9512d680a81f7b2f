using Bunit;
using CustomerCentre.Features.Onboarding;
using CustomerCentre.Tests.Features.Registrations;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Onboarding;

public sealed class ContactStepTests
{
    [Fact]
    public async Task For_oneself_the_e_mail_of_the_account_is_shown_and_not_asked()
    {
        await using var wizard = await Wizard.Begin();
        var page = await Open(wizard);
        page.Find(".given").TextContent.ShouldContain("jana@example.cz");
        page.FindAll("#Contact-Email").ShouldBeEmpty();
    }

    [Fact]
    public async Task For_somebody_else_the_owners_e_mail_is_asked()
    {
        await using var wizard = await Wizard.Begin();
        var page = await Open(wizard);
        page.FindAll("input[type=radio]")[1].Change(true);
        page.Find("#Contact-Name").Change("Karel");
        page.Find("form").Submit();
        page.WaitForAssertion(() => page.Find("#Contact-Email-error").TextContent.ShouldContain("pozvánku"), TimeSpan.FromSeconds(10));
    }

    private static async Task<IRenderedComponent<ContactStep>> Open(Wizard wizard)
    {
        var products = new ProductsForm { Licences = [Filled.Entry(await wizard.World.LicenceAtPartner())] };
        var id = await wizard.Draft(OnboardingPath.First, (nameof(DraftAnswers.Products), products), (nameof(DraftAnswers.Company), Filled.Company()));
        return wizard.Open<ContactStep>($"/onboarding/contact?draft={id}");
    }
}
