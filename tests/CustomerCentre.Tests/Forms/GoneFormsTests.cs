using System.Net;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Forms;

public sealed class GoneFormsTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_post_whose_form_is_gone_leads_back_to_its_page_with_all_of_its_address()
    {
        var browser = await portal.SignedIn("gone@example.cz");
        var page = await browser.Get("/account/passkeys?from=profile");
        var answer = await browser.Post(page, "prove", ("_handler", "remove-one-that-is-gone"));
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        answer.Leads.ShouldBe("/account/passkeys?from=profile");
        (await browser.Get(answer.Leads!)).Status.ShouldBe(HttpStatusCode.OK);
    }
}
